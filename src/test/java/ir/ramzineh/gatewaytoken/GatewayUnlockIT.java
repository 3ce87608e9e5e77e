package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.verification.Verdict;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lock after wrong codes ends by two people, once, and only the lock they saw (3.2 F; security cases 6, 7 and 22). */
@PortalIT
class GatewayUnlockIT {
    @LocalServerPort
    private int port;

    @Autowired
    private GatewayVerifications verifications;

    @Autowired
    private GatewayUnlocks unlocks;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GatewayLinking linking;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private BranchScene scene;
    private IssueOutcome.Issued issued;
    private TestPhone phone;
    private int asked;

    @BeforeEach
    void begin() {
        scene = BranchScene.of(beans);
        issued = scene.issue();
        phone = scene.activate(port, issued);
        scene.account();
        scene.link(issued.token(), LinkScope.ACCOUNT);
        clock.toNextStep(phone.periodSeconds());
    }

    @Test
    void nobodyUnlocksAloneAndNothingIsUnlockedBeforeASecondPersonSaysSo() {
        lock();
        ApprovalId waiting = unlocks.propose(scene.teller.id(), issued.token(), LinkScope.ACCOUNT, BranchScene.LOST);
        assertThat(ask(right())).as("proposed only").isEqualTo(Verdict.REFUSED);
        assertThatThrownBy(() -> approvals.approve(scene.teller.id(), waiting, ""))
                .isInstanceOf(NotPermittedException.class);
        assertThat(approvals.approve(scene.manager.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        clock.toNextStep(phone.periodSeconds());
        assertThat(ask(right())).isEqualTo(Verdict.ACCEPTED);
        assertThat(scene.details("unlocked"))
                .contains("\"reason\":\"LOST\"", "\"checker\":\"" + scene.manager.userName() + "\"");
        assertThat(scene.messages("gateway.unlocked")).isEqualTo(1);
        assertThat(tokens.history(scene.teller.id(), issued.token()).getFirst().reason())
                .isEqualTo(BranchScene.LOST);
    }

    @Test
    void theCheckerReadsWhatTheCustomerWillBeAbleToDo() {
        lock();
        ApprovalId waiting = unlocks.propose(scene.teller.id(), issued.token(), LinkScope.ACCOUNT, BranchScene.LOST);
        var proposal = approvals.one(scene.manager.id(), waiting).orElseThrow().proposal();
        assertThat(proposal.facts())
                .containsEntry("scope", "account")
                .containsEntry("reason", "LOST")
                .containsEntry("ticket", "T-4711")
                .containsEntry("wrong-in-row", "5");
        assertThat(proposal.afterwards())
                .extracting(one -> one.key())
                .containsExactly("gateway.afterwards.unlock-account", "gateway.afterwards.unlock-tries");
        assertThat(proposal.facts().get("serial"))
                .endsWith(issued.serial().substring(issued.serial().length() - 4));
        assertThat(proposal.facts().values()).noneMatch(value -> value.contains(issued.serial()));
    }

    @Test
    void anApprovalEndsTheLockThatWasSeenAndNoLaterOne() {
        lock();
        ApprovalId first = unlocks.propose(scene.teller.id(), issued.token(), LinkScope.ACCOUNT, BranchScene.LOST);
        ApprovalId second =
                unlocks.propose(scene.teller.id(), issued.token(), LinkScope.ACCOUNT, BranchScene.AT_COUNTER);
        assertThat(approvals.approve(scene.manager.id(), first, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        clock.toNextStep(phone.periodSeconds());
        lock();
        assertThat(approvals.approve(scene.manager.id(), second, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("gateway.error.not-locked"));
        assertThat(ask(right())).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void whatIsNotLockedOrOverOrOfAnotherBranchIsNotProposed() {
        assertThatThrownBy(() -> propose(scene.teller)).isInstanceOf(InvalidValueException.class);
        lock();
        assertThatThrownBy(() -> propose(scene.staff.member(Role.TELLER, StaffFixtures.OTHER)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(
                        () -> propose(scene.staff.member(Role.TELLER, StaffFixtures.HOME, scene.customer.nationalId())))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> propose(scene.staff.member(Role.SUPPORT, null)))
                .isInstanceOf(NotPermittedException.class);
        tokens.revoke(scene.teller.id(), issued.token(), BranchScene.LOST);
        assertThatThrownBy(() -> propose(scene.teller)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void allWrongCodesInARowAreCountedOnOverUnlockingUntilARightOneComes() {
        lock();
        scene.unlock(issued.token(), LinkScope.ACCOUNT);
        assertThat(ask("hello")).as("no guess").isEqualTo(Verdict.REFUSED);
        assertThat(wrongInRow()).isEqualTo(5);
        lock();
        assertThat(wrongInRow()).isEqualTo(10);
        ApprovalId waiting = propose(scene.teller);
        assertThat(approvals
                        .one(scene.manager.id(), waiting)
                        .orElseThrow()
                        .proposal()
                        .facts())
                .containsEntry("wrong-in-row", "10");
        assertThat(approvals.approve(scene.manager.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        clock.toNextStep(phone.periodSeconds());
        assertThat(ask(right())).isEqualTo(Verdict.ACCEPTED);
        assertThat(wrongInRow()).isZero();
    }

    @Test
    void whereAnotherRoundWouldPassAHundredWrongCodesInARowOnlyANewTokenHelps() {
        assertThat(GatewayUnlocks.WRONG_IN_ROW_MAX).isEqualTo(100);
        lock();
        ApprovalId waiting = unlocks.propose(scene.teller.id(), issued.token(), LinkScope.ACCOUNT, BranchScene.LOST);
        wrongInRow(96);
        assertThatThrownBy(() -> propose(scene.teller)).hasMessage("gateway.error.issue-anew");
        assertThat(seen().unlockable()).isFalse();
        assertThat(approvals.approve(scene.manager.id(), waiting, ""))
                .as("nor what was proposed before")
                .isInstanceOf(ApprovalOutcome.NotPossible.class);
        wrongInRow(95);
        assertThat(seen().unlockable()).isTrue();
        scene.unlock(issued.token(), LinkScope.ACCOUNT);
        lock();
        assertThat(wrongInRow()).isEqualTo(100);
    }

    @Test
    void linkingTheSameTokenAnewDoesNotStartTheCountAgain() {
        lock();
        unlink();
        scene.link(issued.token(), LinkScope.ACCOUNT);
        assertThat(wrongInRow()).isEqualTo(5);
        unlink();
        ApprovalId waiting = scene.propose(issued.token(), LinkScope.ACCOUNT);
        wrongInRow(96);
        assertThat(linking.propose(scene.teller.id(), issued.token(), Set.of(LinkScope.ACCOUNT)))
                .isEqualTo(new LinkOutcome.Refused("gateway.error.issue-anew"));
        assertThat(approvals.approve(scene.manager.id(), waiting, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("gateway.error.issue-anew"));
    }

    private void unlink() {
        assertThat(tokens.unlink(scene.teller.id(), issued.token(), Set.of(LinkScope.ACCOUNT), BranchScene.LOST))
                .isTrue();
    }

    private GatewayToken.Link seen() {
        return tokens.of(scene.teller.id(), scene.customer.id())
                .getFirst()
                .link(LinkScope.ACCOUNT)
                .orElseThrow();
    }

    /** Of the newest link, living or over. */
    private int wrongInRow() {
        return jdbc.sql("select wrong_in_row from gateway_link where token_id = :token order by id desc limit 1")
                .param("token", issued.token().value())
                .query(Integer.class)
                .single();
    }

    private void wrongInRow(int count) {
        jdbc.sql("update gateway_link set wrong_in_row = :count where token_id = :token")
                .param("count", count)
                .param("token", issued.token().value())
                .update();
    }

    private ApprovalId propose(StaffFixtures.Known member) {
        return unlocks.propose(member.id(), issued.token(), LinkScope.ACCOUNT, BranchScene.AT_COUNTER);
    }

    private void lock() {
        String right = right();
        for (int i = 1; i <= 5; i++) {
            ask("%08d".formatted((Long.parseLong(right) + 31L * i) % 100_000_000L));
        }
        assertThat(ask(right)).isEqualTo(Verdict.REFUSED);
    }

    private String right() {
        return phone.code(clock.instant());
    }

    private Verdict ask(String code) {
        asked++;
        return verifications.verify(
                "internet-bank", scene.question(asked + "-" + issued.token().value(), LinkScope.ACCOUNT, code));
    }
}
