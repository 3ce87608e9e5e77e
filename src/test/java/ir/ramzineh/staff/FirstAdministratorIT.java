package ir.ramzineh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.Canaries;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import ir.ramzineh.otp.OtpAuthUri;
import ir.ramzineh.staff.StaffEnrolment.Completed;
import ir.ramzineh.staff.StaffEnrolment.Enrolment;
import ir.ramzineh.staff.StaffEnrolment.Opened;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first administrator by a command, and how an invitation becomes a sign-in, once. */
@PortalIT
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorIT {
    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.77");
    private static final String PASSWORD = "Abshar-Boland-31";

    @Autowired
    private List<OperatorCommand> commands;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffEnrolment enrolments;

    @Autowired
    private StaffSignIn signIn;

    @Autowired
    private StaffRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final String userName =
            "root." + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    private final String nationalId = PeopleFixtures.randomNationalId().digits();
    private StaffFixtures staff;

    @BeforeEach
    void begin() {
        PeopleFixtures.of(beans).forgetWaits();
        staff = StaffFixtures.of(beans);
    }

    @Test
    void theCommandRefusesWhileTwoAdministratorsAreActiveAndRecoversOnlyWhenToldSo(CapturedOutput log) {
        staff.two();
        assertThat(run(options())).isOne();
        assertThat(rows.byUserName(userName)).isEmpty();

        Map<String, List<String>> recover = new HashMap<>(options());
        recover.put("staff.recover", List.of());
        assertThat(run(recover)).isZero();
        String invitation = lastLine();
        assertThat(invitation).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
        assertThat(rows.byUserName(userName).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(run(options())).as("without recovering").isOne();
        Map<String, List<String>> somebodyElse = new HashMap<>(recover);
        somebodyElse.put(
                "staff.national-id", List.of(PeopleFixtures.randomNationalId().digits()));
        assertThat(run(somebodyElse)).as("the name of another person").isOne();
        assertThat(log.getAll())
                .doesNotContain(invitation, recover.get("staff.national-id").getFirst());
        assertThat(Canaries.of(invitation, invitation.replace("-", "")).inDatabase(jdbc))
                .isEmpty();
    }

    /** All administrators of the shared database stand aside for a moment. */
    @Test
    void itMakesTwoAdministratorsAndNoThird() {
        List<Long> others = jdbc.sql("select id from staff_member where role = 'ADMINISTRATOR' and active")
                .query(Long.class)
                .list();
        others.forEach(id -> staff.setActive(new StaffId(id), false));
        try {
            assertThat(run(options())).as("none").isZero();
            assertThat(run(named(userName + "b"))).as("one").isZero();
            assertThat(run(named(userName + "c"))).as("two").isOne();
            staff.setActive(rows.byUserName(userName).orElseThrow().id(), false);
            assertThat(run(named(userName + "d"))).as("one was disabled").isZero();
        } finally {
            others.forEach(id -> staff.setActive(new StaffId(id), true));
        }
    }

    @Test
    void anAdministratorWhoLostTheAuthenticatorIsRecoveredAndTheOldSignInEnds() {
        StaffFixtures.Known lost = staff.member(Role.ADMINISTRATOR, null);
        staff.setActive(lost.id(), false);
        Map<String, List<String>> recover = new HashMap<>(options());
        recover.put("staff.recover", List.of());
        recover.put("staff.first-administrator", List.of(lost.userName()));
        recover.put("staff.national-id", List.of(lost.nationalId().digits()));
        assertThat(run(recover)).isZero();
        assertThat(signIn.signIn(lost.userName(), StaffFixtures.PASSWORD, lost.code(clock.instant()), ADDRESS))
                .isInstanceOf(StaffSignInOutcome.Refused.class);
        assertThat(enrolments.open(lost.userName(), lastLine(), ADDRESS)).isInstanceOf(Opened.Begun.class);

        StaffFixtures.Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        recover.put("staff.first-administrator", List.of(teller.userName()));
        recover.put("staff.national-id", List.of(teller.nationalId().digits()));
        assertThat(run(recover)).as("nobody becomes an administrator by it").isOne();
    }

    private Map<String, List<String>> named(String name) {
        Map<String, List<String>> options = new HashMap<>(options());
        options.put("staff.first-administrator", List.of(name));
        options.put(
                "staff.national-id", List.of(PeopleFixtures.randomNationalId().digits()));
        return options;
    }

    @Test
    void itAsksForEverythingAndHasNoPasswordOfItsOwn() {
        Map<String, List<String>> incomplete = new HashMap<>(options());
        incomplete.remove("staff.national-id");
        assertThatThrownBy(() -> run(incomplete))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("--staff.first-administrator=<user name>");
        assertThat(signIn.signIn(userName, "", "", ADDRESS)).isInstanceOf(StaffSignInOutcome.Refused.class);
    }

    @Test
    void anInvitationBecomesASignInOnce() {
        String invitation = invited();
        assertThat(enrolments.open(userName, PeopleFixtures.wrong(invitation), ADDRESS))
                .isInstanceOf(Opened.Refused.class);
        Enrolment first = opened(invitation.replace("-", " ").toLowerCase(Locale.ROOT));
        Enrolment second = opened(invitation);

        assertThat(enrolments.complete(first, "short", code(first))).isEqualTo(Completed.WEAK_PASSWORD);
        assertThat(enrolments.complete(first, PASSWORD, "000000")).isEqualTo(Completed.WRONG_CODE);
        String code = code(first);
        assertThat(enrolments.complete(first, PASSWORD, code)).isEqualTo(Completed.DONE);
        assertThat(enrolments.complete(second, PASSWORD, code(second)))
                .as("two pages with one invitation")
                .isEqualTo(Completed.ENDED);
        assertThat(enrolments.open(userName, invitation, ADDRESS)).isInstanceOf(Opened.Refused.class);

        assertThat(signIn.signIn(userName, PASSWORD, code, ADDRESS))
                .as("the code that proved the key does not sign in as well")
                .isInstanceOf(StaffSignInOutcome.Refused.class);
        clock.advance(Duration.ofSeconds(31));
        assertThat(signIn.signIn(userName, PASSWORD, code(first), ADDRESS))
                .isInstanceOf(StaffSignInOutcome.SignedIn.class);
    }

    @Test
    void anInvitationEndsWithItsTimeAndWithTheMember() {
        String invitation = invited();
        clock.advance(Duration.ofHours(25));
        assertThat(enrolments.open(userName, invitation, ADDRESS)).isInstanceOf(Opened.Refused.class);
        clock.reset();
        Enrolment open = opened(invitation);
        clock.advance(Duration.ofHours(25));
        assertThat(enrolments.complete(open, PASSWORD, code(open))).isEqualTo(Completed.ENDED);
        clock.reset();
        staff.setActive(rows.byUserName(userName).orElseThrow().id(), false);
        assertThat(enrolments.open(userName, invitation, ADDRESS)).isInstanceOf(Opened.Refused.class);
    }

    @Test
    void aResetTakesPasswordAndAuthenticatorAway() {
        StaffFixtures.Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        InvitationCode code = staff.reset(teller.id());
        assertThat(signIn.signIn(teller.userName(), StaffFixtures.PASSWORD, teller.code(clock.instant()), ADDRESS))
                .isInstanceOf(StaffSignInOutcome.Refused.class);
        assertThat(enrolments.open(teller.userName(), code.grouped(), ADDRESS)).isInstanceOf(Opened.Begun.class);
    }

    private String invited() {
        Map<String, List<String>> recover = new HashMap<>(options());
        recover.put("staff.recover", List.of());
        assertThat(run(recover)).isZero();
        return lastLine();
    }

    private Enrolment opened(String invitation) {
        return ((Opened.Begun) enrolments.open(userName, invitation, ADDRESS)).enrolment();
    }

    /** What an authenticator app shows that scanned the link. */
    private String code(Enrolment enrolment) {
        OtpAuthUri scanned = OtpAuthUri.parse(enrolment.link());
        assertThat(scanned.issuer()).isEqualTo("Ramzineh");
        assertThat(scanned.account()).isEqualTo(userName);
        return scanned.totpSpec().code(scanned.key(), scanned.totpSpec().step(clock.instant()));
    }

    private Map<String, List<String>> options() {
        return Map.of(
                "staff.first-administrator",
                List.of(userName),
                "staff.national-id",
                List.of(nationalId),
                "staff.name-fa",
                List.of("مدیر آزمون"),
                "staff.name-en",
                List.of("Test Administrator"));
    }

    private int run(Map<String, List<String>> options) {
        OperatorCommand command = commands.stream()
                .filter(one -> one.option().equals("staff.first-administrator"))
                .findFirst()
                .orElseThrow();
        return command.run(new CommandOptions(options), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String lastLine() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }
}
