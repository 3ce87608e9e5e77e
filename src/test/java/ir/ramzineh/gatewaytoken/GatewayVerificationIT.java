package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.credential.ChallengeId;
import ir.ramzineh.credential.CodeOutcome;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInOutcome;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.verification.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** A token's code is good once, where it is linked and nowhere else (S10.3, S10.4, S10.22; I1 to I3, I6). */
@PortalIT
class GatewayVerificationIT {
    private static final int PARALLEL = 64;
    private static final ClientAddress HOME = new ClientAddress("198.51.100.8");

    @LocalServerPort
    private int port;

    @Autowired
    private GatewayVerifications verifications;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private BranchScene scene;
    private IssueOutcome.Issued issued;
    private TestPhone phone;

    @BeforeEach
    void begin() {
        scene = BranchScene.of(beans);
        scene.people.forgetWaits();
        issued = scene.issue();
        phone = scene.activate(port, issued);
        // The proving code is spent; the next one counts.
        clock.toNextStep(phone.periodSeconds());
    }

    @Test
    void untilABranchHasLinkedItACodeWorksNowhere() {
        assertThat(ask("a", LinkScope.SIGN_IN, code())).isEqualTo(Verdict.REFUSED);
        scene.propose(issued.token(), LinkScope.SIGN_IN);
        assertThat(ask("b", LinkScope.SIGN_IN, code())).as("proposed only").isEqualTo(Verdict.REFUSED);
        assertThat(reasons()).containsExactly("NOT_LINKED", "NOT_LINKED");
        assertThat(scene.audited("code-refused")).isEqualTo(2);
    }

    @Test
    void aCodeIsGoodForWhatIsLinkedAndNotForTheOther() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        assertThat(ask("a", LinkScope.ACCOUNT, code())).isEqualTo(Verdict.REFUSED);
        assertThat(ask("b", LinkScope.SIGN_IN, code())).isEqualTo(Verdict.ACCEPTED);
        assertThat(ask("c", LinkScope.SIGN_IN, code())).as("a second time").isEqualTo(Verdict.REFUSED);
        assertThat(reasons()).containsExactly("NOT_LINKED", "ACCEPTED", "ALREADY_USED");
    }

    @Test
    void of64ParallelSubmissionsOfOneCodeByTwoChannelsOneIsAccepted() throws Exception {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        for (int round = 0; round < 5; round++) {
            clock.toNextStep(phone.periodSeconds());
            String code = code();
            int now = round;
            assertThat(accepted(n -> verifications.verify(
                            n % 2 == 0 ? "internet-bank" : "call-centre",
                            scene.question(now + "-" + n + "-" + issued.token().value(), LinkScope.SIGN_IN, code))))
                    .isEqualTo(1);
        }
        assertThat(reasons()).filteredOn("ALREADY_USED"::equals).hasSize(5 * (PARALLEL - 1));
        assertThat(wrongCodes()).isZero();
    }

    @Test
    void of64ParallelWrongCodesNoMoreThanTheLimitAreEvaluatedAndTheLockHolds() throws Exception {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        String right = code();
        assertThat(accepted(n -> ask("w" + n, LinkScope.SIGN_IN, wrong(right, n))))
                .isZero();
        assertThat(reasons())
                .filteredOn(reason -> reason.startsWith("WRONG_CODE"))
                .hasSize(5);
        assertThat(reasons()).filteredOn("WRONG_CODE_LOCKED"::equals).hasSize(1);
        assertThat(reasons()).filteredOn("LOCKED"::equals).hasSize(PARALLEL - 5);
        assertThat(wrongCodes()).isEqualTo(5);
        assertThat(ask("right", LinkScope.SIGN_IN, right)).isEqualTo(Verdict.REFUSED);
        assertThat(scene.messages("gateway.locked")).isEqualTo(1);

        assertThat(signInWith(right))
                .as("a channel's wrong codes lock nobody out of the portal (security case 7)")
                .isInstanceOf(CodeOutcome.SignedIn.class);
        scene.unlock(issued.token(), LinkScope.SIGN_IN);
        clock.toNextStep(phone.periodSeconds());
        assertThat(ask("after", LinkScope.SIGN_IN, code())).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void theSameRequestGetsTheSameAnswerAndAnotherQuestionNone() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        String code = code();
        assertThat(ask("same", LinkScope.SIGN_IN, code)).isEqualTo(Verdict.ACCEPTED);
        assertThat(ask("same", LinkScope.SIGN_IN, code)).isEqualTo(Verdict.ACCEPTED);
        assertThat(reasons()).containsExactly("ACCEPTED");
        assertThatThrownBy(() -> ask("same", LinkScope.SIGN_IN, wrong(code, 1)))
                .isInstanceOf(RequestIdReusedException.class);
    }

    @Test
    void ofTheSameRequestManyTimesAtOnceOneIsEvaluatedAndAllAreAnsweredAlike() throws Exception {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        String code = code();
        assertThat(accepted(n -> ask("twin", LinkScope.SIGN_IN, code))).isEqualTo(PARALLEL);
        assertThat(reasons()).containsExactly("ACCEPTED");
        assertThat(scene.audited("code-accepted")).isEqualTo(1);
    }

    @Test
    void aCodeThatComesLateIsRefusedAndCountsAsNoGuess() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        String code = code();
        clock.advance(Duration.ofSeconds(121));
        assertThat(ask("late", LinkScope.SIGN_IN, code)).isEqualTo(Verdict.REFUSED);
        assertThat(reasons()).containsExactly("EXPIRED");
        assertThat(wrongCodes()).isZero();
    }

    @Test
    void anUnlinkedADeletedAndAnUnknownOneAreRefusedAlike() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        assertThat(tokens.unlink(scene.teller.id(), issued.token(), Set.of(LinkScope.SIGN_IN), BranchScene.LOST))
                .isTrue();
        assertThat(ask("unlinked", LinkScope.SIGN_IN, code())).isEqualTo(Verdict.REFUSED);
        assertThat(verifications.verify(
                        "internet-bank",
                        new GatewayQuestion(
                                "nobody-" + issued.token().value(),
                                new GatewaySubject.OfUser("Nobody.Here"),
                                LinkScope.SIGN_IN,
                                code(),
                                BranchScene.transaction(TransactionType.BALANCE))))
                .isEqualTo(Verdict.REFUSED);
        assertThat(verifications.verify(
                        "internet-bank",
                        new GatewayQuestion(
                                "change-" + issued.token().value(),
                                new GatewaySubject.OfPerson(scene.customer.nationalId()),
                                LinkScope.SIGN_IN,
                                code(),
                                BranchScene.transaction(TransactionType.PASSWORD_CHANGE))))
                .isEqualTo(Verdict.REFUSED);
        assertThat(reasons()).containsExactly("NOT_LINKED", "STATIC_PASSWORD_NEEDED");
    }

    @Test
    void aLinkedCustomerSignsInWithTheTokenAndNoMessageIsSent() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        int before = scene.messages("sign-in.code");
        String code = code();
        SignInOutcome.TokenCodeRequired asked = asked();
        assertThat(signIn.code(asked.challenge(), wrong(code, 1), HOME, false)).isEqualTo(new CodeOutcome.Wrong(4));
        assertThat(signIn.code(asked.challenge(), code, HOME, false)).isInstanceOf(CodeOutcome.SignedIn.class);
        assertThat(signIn.code(asked().challenge(), code, HOME, false))
                .as("once, also in another sign-in")
                .isEqualTo(new CodeOutcome.Wrong(4));
        assertThat(ask("elsewhere", LinkScope.SIGN_IN, code))
                .as("and at no other door")
                .isEqualTo(Verdict.REFUSED);
        assertThat(scene.messages("sign-in.code")).isEqualTo(before);
    }

    @Test
    void of16SignInsWithOneCodeAtOnceOneComesIn() throws Exception {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        String code = code();
        List<ChallengeId> doors = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            doors.add(asked().challenge());
        }
        List<CodeOutcome> outcomes = together(3, n -> signIn.code(doors.get(n), code, HOME, false));
        assertThat(outcomes).filteredOn(CodeOutcome.SignedIn.class::isInstance).hasSize(1);
    }

    @Test
    void wrongCodesAtSignInWaitLongerEachTimeAndBeginAnewInNoOtherBrowser() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        String right = code();
        CodeOutcome last = new CodeOutcome.Ended();
        for (int i = 0; i < 4; i++) {
            last = signIn.code(asked().challenge(), wrong(right, i), HOME, false);
        }
        assertThat(last).isInstanceOf(CodeOutcome.Wrong.class);
        assertThat(signIn.code(asked().challenge(), right, HOME, false)).isInstanceOf(CodeOutcome.Wait.class);
        clock.advance(Duration.ofMinutes(2));
        assertThat(signInWith(code())).isInstanceOf(CodeOutcome.SignedIn.class);
    }

    @Test
    void whenTheBranchUnlinksAMessageTakesThePlaceOfTheToken() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        SignInOutcome.TokenCodeRequired asked = asked();
        tokens.revoke(scene.teller.id(), issued.token(), BranchScene.LOST);
        assertThat(signIn.code(asked.challenge(), code(), HOME, false)).isEqualTo(new CodeOutcome.Ended());
        assertThat(signIn.password(scene.userName, PeopleFixtures.PASSWORD, HOME, null))
                .isInstanceOf(SignInOutcome.CodeRequired.class);
    }

    private SignInOutcome.TokenCodeRequired asked() {
        SignInOutcome outcome = signIn.password(scene.userName, PeopleFixtures.PASSWORD, HOME, null);
        assertThat(outcome).isInstanceOf(SignInOutcome.TokenCodeRequired.class);
        return (SignInOutcome.TokenCodeRequired) outcome;
    }

    private CodeOutcome signInWith(String code) {
        return signIn.code(asked().challenge(), code, HOME, false);
    }

    private String code() {
        return phone.code(clock.instant());
    }

    private static String wrong(String right, int n) {
        long number = (Long.parseLong(right) + 31L * (n + 1)) % 100_000_000L;
        return "%08d".formatted(number);
    }

    private Verdict ask(String request, LinkScope scope, String code) {
        return verifications.verify(
                "internet-bank", scene.question(request + "-" + issued.token().value(), scope, code));
    }

    private List<String> reasons() {
        return jdbc.sql("select reason from gateway_verification where customer_id = :id order by id")
                .param("id", scene.customer.id().value())
                .query(String.class)
                .list();
    }

    private int wrongCodes() {
        return jdbc.sql("select wrong_codes from gateway_link where token_id = :id and live_slot = 1")
                .param("id", issued.token().value())
                .query(Integer.class)
                .single();
    }

    private int accepted(IntFunction<Verdict> question) throws Exception {
        return (int) together(PARALLEL, question).stream()
                .filter(verdict -> verdict == Verdict.ACCEPTED)
                .count();
    }

    /** What a pool had no room for is asked again. */
    private static <T> List<T> together(int count, IntFunction<T> each) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int n = i;
                running.add(threads.submit(() -> {
                    start.await();
                    for (int tries = 0; ; tries++) {
                        try {
                            return each.apply(n);
                        } catch (DataAccessException | TransactionException busy) {
                            if (tries == 8) {
                                throw busy;
                            }
                        }
                    }
                }));
            }
            start.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get());
        }
        return results;
    }
}
