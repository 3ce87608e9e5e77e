package ir.ramzineh.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What strangers and crowds can do to somebody's sign-in (security cases 7 and 8, invariant I4). */
@PortalIT
class SignInAbuseIT {
    /** One address for very many: a mobile network, an office. */
    private static final ClientAddress CROWD = new ClientAddress("203.0.113.77");

    private static final ClientAddress HOME = new ClientAddress("198.51.100.8");
    private static final int ADDRESS_FREE = 30;
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(5);

    @Autowired
    private SignIn signIn;

    @Autowired
    private Recovery recovery;

    @Autowired
    private SmsLimits limits;

    @Autowired
    private SecurityMessages messages;

    @Autowired
    private Notices notices;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private PeopleFixtures people;
    private String userName = "";

    @BeforeEach
    void begin() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        userName = PeopleFixtures.randomUserName();
    }

    @Test
    void case7_aCrowdBehindOneAddressIsServedAgainSoonThoughItKeepsTrying() {
        List<String> names = List.of(
                userName,
                PeopleFixtures.randomUserName(),
                PeopleFixtures.randomUserName(),
                PeopleFixtures.randomUserName());
        names.forEach(people::customer);
        spendTheAddress();
        assertThat(right(userName, CROWD)).isInstanceOf(SignInOutcome.Wait.class);
        assertThat(wrong(PeopleFixtures.randomUserName(), CROWD))
                .as("a name nobody has waits alike")
                .isInstanceOf(SignInOutcome.Wait.class);
        for (int i = 0; i < 10; i++) {
            clock.advance(ADDRESS_WINDOW.dividedBy(10).plusMillis(1));
            wrong(PeopleFixtures.randomUserName(), CROWD);
        }
        for (String name : names) {
            assertThat(right(name, CROWD)).isInstanceOf(SignInOutcome.CodeRequired.class);
        }
    }

    @Test
    void case7_rightPasswordsUseUpNothingOfTheirAddress() {
        for (int i = 1; i < ADDRESS_FREE; i++) {
            wrong(PeopleFixtures.randomUserName(), CROWD);
        }
        for (int i = 0; i < 3; i++) {
            String name = PeopleFixtures.randomUserName();
            people.customer(name);
            assertThat(right(name, CROWD)).isInstanceOf(SignInOutcome.CodeRequired.class);
        }
        assertThat(wrong(userName, CROWD)).isEqualTo(new SignInOutcome.Refused());
        assertThat(wrong(userName, CROWD)).isInstanceOf(SignInOutcome.Wait.class);
    }

    @Test
    void case7_aKnownDeviceFeelsNothingOfItsAddress() throws Exception {
        Customer customer = people.customer(userName);
        DeviceKey device = knownDevice(customer);
        spendTheAddress();
        assertThat(right(userName, CROWD)).isInstanceOf(SignInOutcome.Wait.class);
        assertThat(signIn.password(userName, PeopleFixtures.PASSWORD, CROWD, device))
                .isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    void case7_anAddressThatMustWaitRaisesNobodysWait() {
        people.customer(userName);
        spendTheAddress();
        int rows = waits();
        for (int i = 0; i < 10; i++) {
            wrong(userName, CROWD);
            wrong(PeopleFixtures.randomUserName(), CROWD);
        }
        assertThat(waits()).as("no row for an invented name").isEqualTo(rows);
        assertThat(right(userName, HOME)).isInstanceOf(SignInOutcome.CodeRequired.class);
    }

    @Test
    void case7_aNameThatMustWaitUsesUpNothingOfTheAddress() {
        for (int i = 0; i < 2 * ADDRESS_FREE; i++) {
            wrong(userName, CROWD);
        }
        String other = PeopleFixtures.randomUserName();
        people.customer(other);
        assertThat(right(other, CROWD)).isInstanceOf(SignInOutcome.CodeRequired.class);
    }

    @Test
    void case7_aRecoveredPasswordLiftsTheWaitsThatStrangersCaused() throws Exception {
        DemonstrationPerson kian = DemonstrationPeople.KIAN;
        people.forget(kian);
        people.customer(userName, kian.nationalId(), kian.mobile());
        for (int i = 0; i < 10; i++) {
            wrong(userName, CROWD);
        }
        assertThat(right(userName, HOME)).isInstanceOf(SignInOutcome.Wait.class);
        int seen = people.messages(kian.mobile());
        RecoveryOutcome.Begun begun = (RecoveryOutcome.Begun) recovery.begin(
                RecoveryKind.PASSWORD, kian.mobile(), kian.nationalId(), kian.card(), HOME, Locale.of("fa"));
        recovery.code(begun.key(), people.code(kian.mobile(), seen));
        Password wanted = new Password("Kuhe-Sahand-77");
        RecoveryOutcome recovered = recovery.newPassword(begun.key(), wanted, HOME);
        DeviceKey device = ((RecoveryOutcome.Recovered) recovered).device();
        for (int i = 0; i < 10; i++) {
            wrong(userName, CROWD);
        }
        assertThat(signIn.password(userName, wanted.reveal(), HOME, device))
                .as("the way back stays open while the stranger goes on")
                .isInstanceOf(SignInOutcome.SignedIn.class);
        clock.advance(Duration.ofMinutes(31));
        assertThat(signIn.password(userName, wanted.reveal(), HOME, device))
                .as("nobody asked to keep this browser")
                .isInstanceOf(SignInOutcome.CodeRequired.class);
        people.forget(kian);
    }

    @Test
    void case8_strangersCannotUseUpTheCodesOfAProvenSignInAndNoCodeIsPromisedThatDoesNotLeave() {
        Customer customer = people.customer(userName);
        for (int purpose = 0; purpose < 30; purpose++) {
            limits.tryAcquire("purpose-" + purpose, LimitSubject.of(customer.mobile()));
        }
        int promised = 0;
        SignInOutcome last = new SignInOutcome.Refused();
        for (int i = 0; i < 14; i++) {
            last = right(userName, HOME);
            promised += last instanceof SignInOutcome.CodeRequired ? 1 : 0;
            clock.advance(Duration.ofMinutes(11));
        }
        assertThat(promised).isEqualTo(10);
        assertThat(messages(customer.id())).isEqualTo(promised);
        assertThat(last).as("an honest answer").isInstanceOf(SignInOutcome.Wait.class);
    }

    @Test
    void case8_aVisitorWhoSpendsTheMessagesOfAnAddressLeavesSignInsTheirCodes() {
        Customer customer = people.customer(userName);
        for (int i = 0; i < 110; i++) {
            limits.tryAcquire("registration", LimitSubject.address(CROWD.counted()));
        }
        assertThat(right(userName, CROWD)).isInstanceOf(SignInOutcome.CodeRequired.class);
        assertThat(messages(customer.id())).isEqualTo(1);
    }

    @Test
    void case8_newsOfOneAccountEndSomewhereAndAreAllInTheInbox() {
        Customer customer = people.customer(userName);
        for (int i = 0; i < 25; i++) {
            transaction.executeWithoutResult(
                    status -> messages.tell(customer.id(), SecurityMessages.PASSWORD_CHANGED, HOME));
        }
        assertThat(messages(customer.id(), "notice")).isEqualTo(20);
        assertThat(notices.of(customer.id(), 50)).hasSize(25);
        assertThat(right(userName, HOME)).as("news use up no codes").isInstanceOf(SignInOutcome.CodeRequired.class);
    }

    @Test
    void aGiftCardProvesNothingInARecovery() {
        DemonstrationPerson kian = DemonstrationPeople.KIAN;
        people.forget(kian);
        Customer customer = people.customer(userName, kian.nationalId(), kian.mobile());
        recovery.begin(
                RecoveryKind.PASSWORD,
                kian.mobile(),
                kian.nationalId(),
                new CardNumber("6037990000003422"),
                HOME,
                Locale.of("fa"));
        assertThat(messages(customer.id(), "recovery")).isZero();
        people.forget(kian);
    }

    private void spendTheAddress() {
        for (int i = 0; i <= ADDRESS_FREE; i++) {
            wrong(PeopleFixtures.randomUserName(), CROWD);
        }
    }

    private DeviceKey knownDevice(Customer customer) throws Exception {
        SignInOutcome.CodeRequired asked = (SignInOutcome.CodeRequired) right(userName, HOME);
        CodeOutcome in = signIn.code(asked.challenge(), people.code(customer.mobile(), 0), HOME, true);
        return ((CodeOutcome.SignedIn) in).device();
    }

    private SignInOutcome right(String name, ClientAddress address) {
        return signIn.password(name, PeopleFixtures.PASSWORD, address, null);
    }

    private SignInOutcome wrong(String name, ClientAddress address) {
        return signIn.password(name, "Wrong-Entry-1", address, null);
    }

    private int waits() {
        return jdbc.sql("select count(*) from sign_in_wait")
                .query(Integer.class)
                .single();
    }

    private int messages(CustomerId customer) {
        return messages(customer, "sign-in");
    }

    private int messages(CustomerId customer, String purpose) {
        return jdbc.sql("select count(*) from sms_message where customer_id = :id and purpose = :purpose")
                .param("purpose", purpose)
                .param("id", customer.value())
                .query(Integer.class)
                .single();
    }
}
