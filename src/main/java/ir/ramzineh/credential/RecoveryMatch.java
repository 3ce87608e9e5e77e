package ir.ramzineh.credential;

import ir.ramzineh.corebank.BankCard;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the three things typed for a recovery belong to one customer. */
@Component
class RecoveryMatch {
    private static final Purpose PERSON = new Purpose("credential.recovery-person");
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final Customers customers;
    private final CredentialRows credentials;
    private final CoreBank bank;
    private final Vault vault;
    private final Clock clock;

    RecoveryMatch(Customers customers, CredentialRows credentials, CoreBank bank, Vault vault, Clock clock) {
        this.customers = customers;
        this.credentials = credentials;
        this.bank = bank;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Asks everything in any case, so that a first mismatch does not shorten the way. A gift card proves nothing, as at
     * sign-up: it is handed on.
     */
    Optional<CustomerId> customer(MobileNumber mobile, NationalId nationalId, CardNumber card) {
        Optional<Customer> person = customers.byNationalId(nationalId);
        Optional<BankCard> plastic = bank.card(card);
        JalaliDate today = JalaliDate.of(clock.instant(), TEHRAN);
        boolean cardFits = plastic.filter(found -> found.owner().equals(nationalId)
                        && found.active()
                        && found.product() == CardProduct.NORMAL
                        && !found.expiry().isPast(today))
                .isPresent();
        boolean numberFits =
                person.filter(found -> found.mobile().equals(mobile)).isPresent();
        return person.filter(found -> cardFits && numberFits)
                .map(Customer::id)
                .filter(id -> credentials.byCustomer(id).isPresent());
    }

    /** A keyed hash that stands for the person in SMS waits, so that the national ID need not be stored. */
    byte[] person(NationalId nationalId) {
        return vault.mac(PERSON, nationalId.digits().getBytes(StandardCharsets.US_ASCII));
    }

    static String text(byte[] person) {
        return HexFormat.of().formatHex(person);
    }
}
