package ir.ramzineh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.cases.Together;
import ir.ramzineh.credential.PasswordHashing;
import ir.ramzineh.credential.PasswordsBusyException;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.otp.OtpAuthUri;
import ir.ramzineh.staff.StaffAccount.PasswordChange;
import ir.ramzineh.staff.StaffEnrolment.Completed;
import ir.ramzineh.staff.StaffEnrolment.Enrolment;
import ir.ramzineh.staff.StaffEnrolment.Opened;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.staff.StaffSignInOutcome.Refused;
import ir.ramzineh.staff.StaffSignInOutcome.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The door of staff: what counts as a try, what wrong codes lead to, and the own password (cases 3, 7, 9 and 11). */
@PortalIT
class StaffDoorIT {
    private static final String NEW_PASSWORD = "Abshar-Boland-31";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffSignIn signIn;

    @Autowired
    private StaffEnrolment enrolments;

    @Autowired
    private StaffAccount account;

    @Autowired
    private StaffSettings settings;

    @Autowired
    private PasswordHashing hashing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final AtomicInteger places = new AtomicInteger();
    private StaffFixtures staff;
    private Known teller;

    @BeforeEach
    void aTeller() {
        PeopleFixtures.of(beans).forgetWaits();
        staff = StaffFixtures.of(beans);
        teller = staff.member(Role.TELLER, StaffFixtures.HOME);
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void aTryThatNobodyLookedAtBecauseManyWereAtTheDoorCostsTheMemberNothing() {
        ClientAddress address = elsewhere();
        for (int i = 0; i < 3; i++) {
            assertThat(signIn.signIn(teller.userName(), "Wrong-Entry-1", "000000", address))
                    .isInstanceOf(Refused.class);
        }
        Semaphore all = (Semaphore) ReflectionTestUtils.getField(hashing, "places");
        int taken = all.drainPermits();
        try {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> right(address)).isInstanceOf(PasswordsBusyException.class);
            }
        } finally {
            all.release(taken);
        }
        assertThat(signIn.signIn(teller.userName(), "Wrong-Entry-1", "000000", address))
                .as("the fourth try is looked at, and the three before it still count")
                .isInstanceOf(Refused.class);
        assertThat(right(address)).isInstanceOf(StaffSignInOutcome.Wait.class);
    }

    @Test
    void aMemberWhoIsDisabledBetweenTheInvitationAndTheLastStepGetsNoSignIn() {
        String code = staff.reset(teller.id()).grouped();
        Enrolment enrolment = ((Opened.Begun) enrolments.open(teller.userName(), code, elsewhere())).enrolment();
        staff.setActive(teller.id(), false);
        assertThat(enrolments.complete(enrolment, NEW_PASSWORD, code(enrolment)))
                .as("the row alone says so")
                .isEqualTo(Completed.ENDED);
        staff.setActive(teller.id(), true);
        staff.administration().disable(administrator(), teller.id());
        staff.setActive(teller.id(), true);
        assertThat(enrolments.complete(enrolment, NEW_PASSWORD, code(enrolment)))
                .as("and the invitation ended with the member")
                .isEqualTo(Completed.ENDED);
    }

    @Test
    void case9_noAnswerOfTheDoorComesBeforeItsStep() {
        ClientAddress address = elsewhere();
        for (String name : List.of(teller.userName(), "nobody-here")) {
            assertThat(nanos(() -> signIn.signIn(name, "Wrong-Entry-1", "000000", address)))
                    .isGreaterThanOrEqualTo(settings.answerStep().toNanos());
            assertThat(nanos(() -> enrolments.open(name, "AAAA", address)))
                    .isGreaterThanOrEqualTo(settings.answerStep().toNanos());
        }
    }

    @Test
    void afterFiveWrongCodesWithTheRightPasswordTheMemberAndTheAdministratorsAreTold() {
        for (int i = 0; i < 4; i++) {
            wrongCode();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(signIn.signIn(teller.userName(), "Wrong-Entry-1", "000000", elsewhere()))
                    .as("a wrong password is another matter")
                    .isInstanceOf(Refused.class);
        }
        assertThat(account.warning(teller.id())).isEmpty();
        assertThat(told()).isFalse();
        wrongCode();
        wrongCode();
        assertThat(told()).isTrue();
        assertThat(rows("staff.codes-wrong")).isOne();

        assertThat(right(elsewhere())).isInstanceOf(SignedIn.class);

        assertThat(account.warning(teller.id()).orElseThrow().failures()).isEqualTo(6);
        assertThat(told()).as("a sign-in does not hide it").isTrue();
        account.readWarning(teller.id());
        assertThat(account.warning(teller.id())).isEmpty();
        wrongCode();
        assertThat(account.warning(teller.id())).as("the count began anew").isEmpty();
    }

    @Test
    void after100WrongCodesInARowTheAuthenticatorIsTakenAwayAndOnlyAResetHelps() {
        failures(98);
        wrongCode();
        assertThat(right(elsewhere())).as("99 do not").isInstanceOf(SignedIn.class);
        clock.advance(Duration.ofSeconds(31));
        failures(99);
        wrongCode();
        assertThat(rows("staff.authenticator-taken")).isOne();
        assertThat(right(elsewhere())).isInstanceOf(Refused.class);
        assertThat(account.warning(teller.id()).orElseThrow().taken()).isTrue();
        String code = staff.reset(teller.id()).grouped();
        assertThat(enrolments.open(teller.userName(), code, elsewhere())).isInstanceOf(Opened.Begun.class);
        assertThat(account.warning(teller.id()))
                .as("a new sign-in begins without")
                .isEmpty();
    }

    /** Case 3: of many at once no more are looked at than are left; the right one among them may be one of these or none. */
    @Test
    void case3_manyWrongCodesAtOnceGetNoFurtherThanOneAfterAnother() throws Exception {
        failures(95);
        Together.all(
                16,
                number -> () -> signIn.signIn(
                        teller.userName(), StaffFixtures.PASSWORD, PeopleFixtures.wrong(code()), elsewhere()));
        assertThat(jdbc.sql("select code_failures from staff_credential where staff_id = :id")
                        .param("id", teller.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(100);
        assertThat(rows("staff.authenticator-taken")).isOne();
        assertThat(right(elsewhere())).isInstanceOf(Refused.class);
    }

    @Test
    void theOwnPasswordIsChangedByWhoKnowsItAndHoldsTheAuthenticator() {
        assertThat(account.changePassword(teller.id(), "Wrong-Entry-1", code(), NEW_PASSWORD))
                .isInstanceOf(PasswordChange.Refused.class);
        assertThat(account.changePassword(
                        teller.id(), StaffFixtures.PASSWORD, PeopleFixtures.wrong(code()), NEW_PASSWORD))
                .isInstanceOf(PasswordChange.Refused.class);
        assertThat(account.changePassword(teller.id(), StaffFixtures.PASSWORD, code(), "short"))
                .isInstanceOf(PasswordChange.Weak.class);
        assertThat(account.changePassword(teller.id(), StaffFixtures.PASSWORD, code(), StaffFixtures.PASSWORD))
                .isInstanceOf(PasswordChange.Same.class);

        assertThat(account.changePassword(teller.id(), StaffFixtures.PASSWORD, code(), NEW_PASSWORD))
                .isInstanceOf(PasswordChange.Done.class);

        assertThat(rows("staff.password-changed")).isOne();
        clock.advance(Duration.ofSeconds(31));
        assertThat(right(elsewhere())).as("the old one").isInstanceOf(Refused.class);
        assertThat(signIn.signIn(teller.userName(), NEW_PASSWORD, code(), elsewhere()))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void aCodeChangesThePasswordOnceAndNotAfterASignIn() throws Exception {
        assertThat(right(elsewhere())).isInstanceOf(SignedIn.class);
        assertThat(account.changePassword(teller.id(), StaffFixtures.PASSWORD, code(), NEW_PASSWORD))
                .as("the code that signed in")
                .isInstanceOf(PasswordChange.Refused.class);
        clock.advance(Duration.ofSeconds(31));
        List<PasswordChange> outcomes = Together.all(
                3,
                number -> () ->
                        account.changePassword(teller.id(), StaffFixtures.PASSWORD, code(), NEW_PASSWORD + number));
        assertThat(outcomes.stream().filter(PasswordChange.Done.class::isInstance))
                .hasSize(1);
        assertThat(rows("staff.password-changed")).isOne();
    }

    @Test
    void guessingThePresentPasswordInAnOpenPageWaitsLonger() {
        for (int i = 0; i < 4; i++) {
            account.changePassword(teller.id(), "Wrong-Entry-1", "000000", NEW_PASSWORD);
        }
        assertThat(account.changePassword(teller.id(), StaffFixtures.PASSWORD, code(), NEW_PASSWORD))
                .isInstanceOf(PasswordChange.Wait.class);
    }

    private StaffSignInOutcome right(ClientAddress address) {
        return signIn.signIn(teller.userName(), StaffFixtures.PASSWORD, code(), address);
    }

    private void wrongCode() {
        assertThat(signIn.signIn(teller.userName(), StaffFixtures.PASSWORD, PeopleFixtures.wrong(code()), elsewhere()))
                .isInstanceOf(Refused.class);
    }

    private String code() {
        return teller.code(clock.instant());
    }

    /** What an authenticator app shows that scanned the link. */
    private String code(Enrolment enrolment) {
        OtpAuthUri scanned = OtpAuthUri.parse(enrolment.link());
        return scanned.totpSpec().code(scanned.key(), scanned.totpSpec().step(clock.instant()));
    }

    /** Always another network: the waits of one place are not what is looked at. */
    private ClientAddress elsewhere() {
        return new ClientAddress("198.51." + places.incrementAndGet() + ".7");
    }

    private StaffId administrator() {
        return staff.member(Role.ADMINISTRATOR, null).id();
    }

    private boolean told() {
        return staff.administration().warnings(administrator()).stream()
                .anyMatch(warning -> warning.member().id().equals(teller.id()));
    }

    private void failures(int count) {
        jdbc.sql("update staff_credential set code_failures = :count where staff_id = :id")
                .param("count", count)
                .param("id", teller.id().value())
                .update();
    }

    private long rows(String kind) {
        return jdbc.sql(
                        "select count(*) from audit_event where kind = :kind and (details like :name or actor_name = :actor)")
                .param("kind", kind)
                .param("name", "%" + teller.userName() + "%")
                .param("actor", teller.userName())
                .query(Long.class)
                .single();
    }

    private static long nanos(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }
}
