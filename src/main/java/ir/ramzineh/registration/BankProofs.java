package ir.ramzineh.registration;

import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.NationalId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the bank says to the data somebody typed. */
@Component
class BankProofs {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final CoreBank bank;
    private final Clock clock;

    BankProofs(CoreBank bank, Clock clock) {
        this.bank = bank;
        this.clock = clock;
    }

    Optional<BankCustomer> customer(NationalId nationalId) {
        return bank.customer(nationalId);
    }

    boolean wasBornOn(NationalId nationalId, JalaliDate date) {
        return customer(nationalId)
                .filter(person -> person.birthDate().equals(date.toLocalDate()))
                .isPresent();
    }

    /** A live card of this person. A gift card proves nothing: it is handed on. */
    boolean owns(NationalId nationalId, CardNumber number) {
        JalaliDate today = JalaliDate.of(clock.instant(), TEHRAN);
        return bank.card(number)
                .filter(card -> card.owner().equals(nationalId)
                        && card.active()
                        && card.product() == CardProduct.NORMAL
                        && !card.expiry().isPast(today))
                .isPresent();
    }
}
