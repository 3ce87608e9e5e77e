package ir.ramzineh.card;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.Account;
import ir.ramzineh.corebank.BankCard;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.corebank.Movement;
import ir.ramzineh.corebank.NumberWriting;
import ir.ramzineh.corebank.NumberWritten;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.verification.RecentVerifications;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the bank changes about a card: its owner, with nothing of the former one left, and the end of its life. */
@PortalIT
class CardsOfTheBankIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Issuers issuers;

    @Autowired
    private CardTable table;

    @Autowired
    private PasswordTable passwords;

    @Autowired
    private Cards cards;

    @Autowired
    private RecentVerifications history;

    @Autowired
    private Verifications verifications;

    @Autowired
    private Customers customers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IdSource ids;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void theNextOwnerSeesNoPaymentAndNoSettingOfTheOneBefore() {
        PeopleFixtures people = PeopleFixtures.of(beans);
        Customer before = people.customer(PeopleFixtures.randomUserName());
        Customer after = people.customer(PeopleFixtures.randomUserName());
        CardNumber number = number();
        OneCard bank = new OneCard(number, before.nationalId());
        CardMirror mirror = new CardMirror(bank, issuers, table, passwords, events, transaction, ids, clock);
        mirror.refresh(before);
        CardId card = table.byNumber(number).orElseThrow();
        jdbc.sql("""
                update card_password
                set state = 'LOCKED', failed_attempts = 3, life_seconds = 30, amount_cap = 5, channels = ''
                where card_id = :card
                """).param("card", card.value()).update();
        verifications.verify("former-owner", question(number));
        assertThat(history.of(before.id(), card, 10)).hasSize(1);

        bank.owner = after.nationalId();
        mirror.refresh(after);

        assertThat(cards.find(before.id(), card)).isEmpty();
        assertThat(history.of(after.id(), card, 10)).isEmpty();
        for (PasswordKind kind : PasswordKind.values()) {
            CardSettings settings = cards.settings(after.id(), card, kind);
            assertThat(settings.password().state()).isEqualTo(PasswordState.STATIC);
            assertThat(settings.amountCap()).isNull();
            assertThat(settings.lifeSeconds()).isNotEqualTo(30);
            assertThat(settings.channels()).containsExactly(CodeChannel.APP);
        }
        verifications.verify("former-owner", question(number));
        assertThat(history.of(after.id(), card, 10)).hasSize(1);
    }

    @Test
    void aLengthenedCardIsNoticedOvernightWithoutItsOwner() {
        PeopleFixtures people = PeopleFixtures.of(beans);
        Customer owner = people.customer(PeopleFixtures.randomUserName());
        CardNumber number = number();
        OneCard bank = new OneCard(number, owner.nationalId());
        CardMirror mirror = new CardMirror(bank, issuers, table, passwords, events, transaction, ids, clock);
        bank.expiry = new CardExpiry(1405, 1);
        mirror.refresh(owner);
        CardId card = table.byNumber(number).orElseThrow();
        assertThat(cards.one(owner.id(), card).expired()).isTrue();

        bank.expiry = new CardExpiry(1410, 1);
        CardRenewals.refresh(table, mirror, customers, new JalaliDate(1405, 10, 1));

        assertThat(cards.one(owner.id(), card).expired()).isFalse();
    }

    private static VerificationRequest question(CardNumber number) {
        return new VerificationRequest(
                UUID.randomUUID().toString(),
                number,
                PasswordKind.SECOND,
                "1234567",
                new Transaction(TransactionType.PURCHASE, new Rial(1000), "000012345678901", "12345678"));
    }

    private static CardNumber number() {
        String body = "610433%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        return IntStream.rangeClosed(0, 9)
                .mapToObj(check -> tried(body + check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<CardNumber> tried(String digits) {
        try {
            return Optional.of(new CardNumber(digits));
        } catch (IllegalArgumentException wrongCheckDigit) {
            return Optional.empty();
        }
    }

    /** A bank with one card, which is somebody's. */
    private static final class OneCard implements CoreBank {
        @Override
        public NumberWritten changeNumber(NationalId owner, MobileNumber from, MobileNumber to, NumberWriting change) {
            throw new UnsupportedOperationException("nobody changes a number here");
        }

        private final CardNumber number;
        private NationalId owner;
        private CardExpiry expiry = new CardExpiry(1420, 1);

        OneCard(CardNumber number, NationalId owner) {
            this.number = number;
            this.owner = owner;
        }

        @Override
        public Optional<BankCustomer> customer(NationalId nationalId) {
            return Optional.empty();
        }

        @Override
        public List<BankCustomer> customersByMobile(MobileNumber mobile) {
            return List.of();
        }

        @Override
        public List<BankCard> cards(NationalId asked) {
            return asked.equals(owner)
                    ? List.of(new BankCard(
                            number, asked, new LocalizedName("آزمون", "Test"), expiry, CardProduct.NORMAL, true))
                    : List.of();
        }

        @Override
        public Optional<BankCard> card(CardNumber asked) {
            return Optional.empty();
        }

        @Override
        public List<Account> accounts(NationalId asked) {
            return List.of();
        }

        @Override
        public List<Movement> movements(Account account, int limit) {
            return List.of();
        }
    }
}
