package ir.ramzineh.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in, changing and recovering the password. */
@PortalIT
class SignInIT {
    private static final ClientAddress HOME = new ClientAddress("198.51.100.8");
    private static final ClientAddress ELSEWHERE = new ClientAddress("203.0.113.9");
    private static final Locale FA = Locale.of("fa");

    @Autowired
    private SignIn signIn;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Recovery recovery;

    @Autowired
    private Customers customers;

    @Autowired
    private Notices notices;

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
    void aNewDeviceNeedsTheTextedCodeOnceAndIsKnownAfterwards() throws Exception {
        Customer customer = people.customer(userName);
        SignInOutcome.CodeRequired asked = codeRequired(signIn.password(userName, PeopleFixtures.PASSWORD, HOME, null));
        String code = people.code(customer.mobile(), 0);
        assertThat(signIn.code(asked.challenge(), PeopleFixtures.wrong(code), HOME, true))
                .isEqualTo(new CodeOutcome.Wrong(4));
        List<CodeOutcome> outcomes = together(16, () -> signIn.code(asked.challenge(), code, HOME, true));
        List<CodeOutcome> won =
                outcomes.stream().filter(CodeOutcome.SignedIn.class::isInstance).toList();
        assertThat(won).as("one code signs in once").hasSize(1);
        DeviceKey device = ((CodeOutcome.SignedIn) won.getFirst()).device();

        assertThat(signIn.password(userName.toUpperCase(Locale.ROOT), PeopleFixtures.PASSWORD, HOME, device))
                .isInstanceOfSatisfying(
                        SignInOutcome.SignedIn.class,
                        done -> assertThat(done.customer()).isEqualTo(customer.id()));
        assertThat(notices.of(customer.id(), 10)).extracting("kind").contains("sign-in.new-device");
        customers.setSecondFactorAlways(customer.id(), true);
        clock.advance(Duration.ofMinutes(2));
        assertThat(signIn.password(userName, PeopleFixtures.PASSWORD, HOME, device))
                .isInstanceOf(SignInOutcome.CodeRequired.class);
    }

    @Test
    void knownAndUnknownNamesAreRefusedAndWaitAlike() {
        people.customer(userName);
        for (String name : List.of(userName, PeopleFixtures.randomUserName())) {
            for (int i = 0; i < 4; i++) {
                assertThat(signIn.password(name, "Wrong-Entry-" + i, HOME, null))
                        .isEqualTo(new SignInOutcome.Refused());
            }
            assertThat(signIn.password(name, "Wrong-Entry-5", HOME, null)).isInstanceOf(SignInOutcome.Wait.class);
            clock.advance(Duration.ofSeconds(31));
            assertThat(signIn.password(name, "Wrong-Entry-6", HOME, null)).isEqualTo(new SignInOutcome.Refused());
            SignInOutcome longer = signIn.password(name, "Wrong-Entry-7", HOME, null);
            assertThat(longer).isInstanceOf(SignInOutcome.Wait.class);
            assertThat(((SignInOutcome.Wait) longer).duration())
                    .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));
        }
    }

    @Test
    void ofManyWrongPasswordsAtOnceNoMoreAreLookedAtThanTheWaitsAllow() throws Exception {
        Customer customer = people.customer(userName);
        together(32, () -> signIn.password(userName, "Wrong-Entry-1", HOME, null));
        assertThat(refusals(customer.id())).isBetween(1, 4);
    }

    @Test
    void case7_aStrangerWhoHammersOnANameDoesNotShutOutAKnownDevice() throws Exception {
        Customer customer = people.customer(userName);
        SignInOutcome.CodeRequired asked = codeRequired(signIn.password(userName, PeopleFixtures.PASSWORD, HOME, null));
        CodeOutcome in = signIn.code(asked.challenge(), people.code(customer.mobile(), 0), HOME, true);
        DeviceKey device = ((CodeOutcome.SignedIn) in).device();
        for (int i = 0; i < 10; i++) {
            signIn.password(userName, "Wrong-Entry-" + i, ELSEWHERE, null);
        }
        assertThat(signIn.password(userName, PeopleFixtures.PASSWORD, ELSEWHERE, null))
                .isInstanceOf(SignInOutcome.Wait.class);
        assertThat(signIn.password(userName, PeopleFixtures.PASSWORD, HOME, device))
                .isInstanceOfSatisfying(
                        SignInOutcome.SignedIn.class,
                        done -> assertThat(done.customer()).isEqualTo(customer.id()));
    }

    @Test
    void oddAndHugeInputIsRefusedLikeAnyOther() {
        assertThat(signIn.password("x".repeat(5000), "y".repeat(5000), HOME, new DeviceKey("z".repeat(5000))))
                .isEqualTo(new SignInOutcome.Refused());
        assertThat(signIn.password("' or 1=1 --", "", HOME, null)).isEqualTo(new SignInOutcome.Refused());
        assertThat(signIn.password("پارسا", "رمز", HOME, null)).isEqualTo(new SignInOutcome.Refused());
        assertThat(signIn.code(new ChallengeId("made-up"), "123456", HOME, true))
                .isEqualTo(new CodeOutcome.Ended());
    }

    @Test
    void aCodeOutOfTimeIsNotLookedAtAndAResendGivesAnotherOne() throws Exception {
        Customer customer = people.customer(userName);
        SignInOutcome.CodeRequired asked = codeRequired(signIn.password(userName, PeopleFixtures.PASSWORD, HOME, null));
        String old = people.code(customer.mobile(), 0);
        clock.advance(Duration.ofSeconds(121));
        assertThat(signIn.code(asked.challenge(), old, HOME, true)).isEqualTo(new CodeOutcome.Expired());
        assertThat(signIn.resend(asked.challenge(), HOME)).isInstanceOf(ResendOutcome.Sent.class);
        String fresh = people.code(customer.mobile(), 1);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(signIn.code(asked.challenge(), fresh, HOME, false))
                .isEqualTo(new CodeOutcome.SignedIn(customer.id(), new SignInMark(1, null), null));
    }

    @Test
    void changingThePasswordNeedsTheOldOneAndForgetsOtherDevices() {
        Customer customer = people.customer(userName);
        Password old = new Password(PeopleFixtures.PASSWORD);
        Password wanted = new Password("Kuhe-Sahand-77");
        assertThat(credentials.changePassword(customer.id(), new Password("Wrong-Entry-1"), wanted, HOME, null))
                .isEqualTo(new ChangeOutcome.OldPasswordWrong());
        assertThat(credentials.changePassword(customer.id(), old, new Password("kurz"), HOME, null))
                .isInstanceOf(ChangeOutcome.Weak.class);
        assertThat(credentials.changePassword(customer.id(), old, wanted, HOME, null))
                .isEqualTo(new ChangeOutcome.Changed());
        assertThat(signIn.password(userName, PeopleFixtures.PASSWORD, HOME, null))
                .isEqualTo(new SignInOutcome.Refused());
        assertThat(signIn.password(userName, wanted.reveal(), HOME, null))
                .isInstanceOf(SignInOutcome.CodeRequired.class);
    }

    @Test
    void aLostPasswordIsRecoveredWithNumberNationalIdAndCardAndNothingTellsWhetherTheyMatch() throws Exception {
        DemonstrationPerson kian = DemonstrationPeople.KIAN;
        people.forget(kian);
        people.customer(userName, kian.nationalId(), kian.mobile());
        int seen = people.messages(kian.mobile());
        RecoveryOutcome.Begun begun =
                begun(recovery.begin(RecoveryKind.PASSWORD, kian.mobile(), kian.nationalId(), kian.card(), HOME, FA));
        RecoveryOutcome.Begun stranger = begun(recovery.begin(
                RecoveryKind.PASSWORD,
                PeopleFixtures.randomMobile(),
                PeopleFixtures.randomNationalId(),
                kian.card(),
                HOME,
                FA));
        String code = people.code(kian.mobile(), seen);
        for (RecoveryKey key : List.of(begun.key(), stranger.key())) {
            assertThat(recovery.code(key, PeopleFixtures.wrong(code))).isEqualTo(new RecoveryOutcome.WrongCode(4));
            assertThat(recovery.check(key, "x")).isEmpty();
        }
        assertThat(recovery.code(begun.key(), code)).isEqualTo(new RecoveryOutcome.At(recovery.resume(begun.key())));
        assertThat(recovery.resume(begun.key())).isInstanceOf(RecoveryView.AwaitingPassword.class);

        Password wanted = new Password("Kuhe-Sahand-77");
        List<RecoveryOutcome> outcomes = together(8, () -> recovery.newPassword(begun.key(), wanted, HOME));
        assertThat(outcomes)
                .filteredOn(RecoveryOutcome.Recovered.class::isInstance)
                .hasSize(1);
        assertThat(signIn.password(userName, PeopleFixtures.PASSWORD, HOME, null))
                .isEqualTo(new SignInOutcome.Refused());
        people.forget(kian);
    }

    private static SignInOutcome.CodeRequired codeRequired(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.CodeRequired.class);
        return (SignInOutcome.CodeRequired) outcome;
    }

    private static RecoveryOutcome.Begun begun(RecoveryOutcome outcome) {
        assertThat(outcome).isInstanceOf(RecoveryOutcome.Begun.class);
        return (RecoveryOutcome.Begun) outcome;
    }

    private int refusals(CustomerId customer) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :id and kind = 'sign-in.refused'")
                .param("id", customer.value())
                .query(Integer.class)
                .single();
    }

    private static <T> List<T> together(int count, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(count, work))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
