package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.helpdesk.Answer;
import ir.ramzineh.helpdesk.DeskSession;
import ir.ramzineh.helpdesk.Helpdesk;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who asks at the desk why a code of an account token was refused is told (S10.3, S10.4). */
@PortalIT
class RecentGatewayCodesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private GatewayVerifications verifications;

    @Autowired
    private RecentGatewayCodes codes;

    @Autowired
    private Helpdesk helpdesk;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final DeskSession session = new DeskSession(UUID.randomUUID().toString());
    private BranchScene scene;
    private GatewayTokenId token;
    private TestPhone phone;
    private int asked;

    @BeforeEach
    void aTokenLinkedToTheAccount() {
        scene = BranchScene.of(beans);
        scene.people.forgetWaits();
        IssueOutcome.Issued issued = scene.issue();
        token = issued.token();
        phone = scene.activate(port, issued);
        scene.account();
        scene.link(token, LinkScope.ACCOUNT);
        clock.toNextStep(phone.periodSeconds());
        clock.hold();
    }

    @Test
    void whatBecameOfEachCodeIsReadTheNewestFirstAlsoWhereNothingWasLinked() {
        ask(LinkScope.ACCOUNT, wrong(1));
        ask(LinkScope.ACCOUNT, right());
        ask(LinkScope.ACCOUNT, right());
        ask(LinkScope.SIGN_IN, right());
        List<RecentGatewayCode> recent = codes.of(scene.teller.id(), scene.customer.id());
        assertThat(recent)
                .extracting(RecentGatewayCode::reason)
                .containsExactly(
                        GatewayReason.NOT_LINKED,
                        GatewayReason.ALREADY_USED,
                        GatewayReason.ACCEPTED,
                        GatewayReason.WRONG_CODE);
        assertThat(recent).extracting(RecentGatewayCode::token).containsExactly(null, token, token, token);
        assertThat(recent.getFirst().scope()).isEqualTo(LinkScope.SIGN_IN);
        assertThat(codes.last(scene.customer.id())).contains(recent.getFirst());
    }

    @Test
    void case13_whoMayNotSeeTheCustomerReadsNothingAndLeavesARow() {
        ask(LinkScope.ACCOUNT, wrong(1));
        for (StaffFixtures.Known other : List.of(
                scene.staff.member(Role.TELLER, StaffFixtures.OTHER),
                scene.staff.member(Role.TELLER, StaffFixtures.HOME, scene.customer.nationalId()))) {
            assertThatThrownBy(() -> codes.of(other.id(), scene.customer.id()))
                    .isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void thePageAnswersThatTheLastCodeWasRefusedAndThenThatItIsLocked() {
        assertThat(answers()).doesNotContain("desk.answer.account-refused", "desk.answer.account-locked");
        ask(LinkScope.ACCOUNT, wrong(1));
        assertThat(answers()).contains("desk.answer.account-refused", "gateway.reason.wrong-code");
        for (int n = 2; n <= 5; n++) {
            ask(LinkScope.ACCOUNT, wrong(n));
        }
        ask(LinkScope.ACCOUNT, right());
        assertThat(answers()).contains("desk.answer.account-locked").doesNotContain("desk.answer.account-refused");
        scene.unlock(token, LinkScope.ACCOUNT);
        assertThat(answers()).doesNotContain("desk.answer.account-refused", "desk.answer.account-locked");
        ask(LinkScope.ACCOUNT, right());
        assertThat(answers()).doesNotContain("desk.answer.account-refused", "desk.answer.account-locked");
    }

    /** The keys of the sentences, and of the texts within them. */
    private List<String> answers() {
        helpdesk.look(scene.teller.id(), session, scene.customer.id(), BranchScene.AT_COUNTER);
        return helpdesk.file(scene.teller.id(), session, scene.customer.id()).orElseThrow().answers().stream()
                .flatMap(answer -> Stream.concat(
                        Stream.of(answer.key()),
                        answer.facts().stream()
                                .filter(Answer.Fact.Words.class::isInstance)
                                .map(words -> ((Answer.Fact.Words) words).key())))
                .toList();
    }

    private String right() {
        return phone.code(clock.instant());
    }

    private String wrong(int n) {
        return "%08d".formatted((Long.parseLong(right()) + 31L * n) % 100_000_000L);
    }

    /** Rows of one moment have no order. */
    private void ask(LinkScope scope, String code) {
        clock.advance(Duration.ofMillis(10));
        asked++;
        verifications.verify("internet-bank", scene.question(asked + "-" + token.value(), scope, code));
    }
}
