package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.gatewaytoken.GatewayReceipts.Standing;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who takes the receipt of a token, and until when (S10.5, S10.18). */
@PortalIT
class GatewayReceiptsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private GatewayReceipts receipts;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private BranchScene scene;
    private IssueOutcome.Issued issued;

    @BeforeEach
    void begin() {
        scene = BranchScene.of(beans);
        issued = scene.issue();
    }

    @Test
    void whoGaveTheTokenTakesItAndEachTimeIsOnRecord() {
        GatewayReceipt receipt = receipts.take(scene.teller.id(), issued.token(), Function.identity())
                .orElseThrow();
        assertThat(receipt.serial()).isEqualTo(issued.serial());
        assertThat(receipt.maskedMobile()).isEqualTo(scene.customer.mobile().masked());
        assertThat(receipt.codeExpiresAt()).isEqualTo(issued.codeExpiresAt().truncatedTo(ChronoUnit.MILLIS));
        assertThat(receipt.toString()).doesNotContain(issued.serial());
        assertThat(receipts.take(scene.teller.id(), issued.token(), Function.identity()))
                .isPresent();
        assertThat(scene.audited("receipt-printed")).isEqualTo(2);
    }

    @Test
    void aColleagueTakesNoneAndAnotherBranchMayNotEvenAsk() {
        StaffFixtures.Known colleague = scene.staff.member(Role.TELLER, StaffFixtures.HOME);
        assertThat(receipts.standing(colleague.id(), issued.token())).isEqualTo(Standing.OF_ANOTHER);
        assertThat(receipts.take(colleague.id(), issued.token(), Function.identity()))
                .isEmpty();
        StaffFixtures.Known elsewhere = scene.staff.member(Role.TELLER, StaffFixtures.OTHER);
        assertThatThrownBy(() -> receipts.take(elsewhere.id(), issued.token(), Function.identity()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> receipts.standing(elsewhere.id(), issued.token()))
                .isInstanceOf(NotPermittedException.class);
        assertThat(scene.audited("receipt-printed")).isZero();
    }

    @Test
    void whoSendsTheCodeAgainTakesItTooAndOnlyTheLastOneWhoDid() {
        StaffFixtures.Known colleague = scene.staff.member(Role.TELLER, StaffFixtures.HOME);
        StaffFixtures.Known third = scene.staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME);
        sentAgain(colleague);
        assertThat(scene.messages("gateway.code"))
                .as("the customer hears of it")
                .isEqualTo(2);
        assertThat(receipts.standing(colleague.id(), issued.token())).isEqualTo(Standing.READY);
        assertThat(receipts.standing(third.id(), issued.token())).isEqualTo(Standing.OF_ANOTHER);
        assertThat(receipts.take(colleague.id(), issued.token(), Function.identity()))
                .isPresent();
        assertThat(scene.lastActor("receipt-printed")).isEqualTo(colleague.userName());

        sentAgain(third);
        assertThat(receipts.standing(colleague.id(), issued.token()))
                .as("the code of that colleague counts no more")
                .isEqualTo(Standing.OF_ANOTHER);
        assertThat(receipts.take(third.id(), issued.token(), Function.identity()))
                .isPresent();
        assertThat(receipts.take(scene.teller.id(), issued.token(), Function.identity()))
                .as("who gave the token")
                .isPresent();
    }

    @Test
    void whoSentTheCodeAgainAndMovedToAnotherBranchTakesNone() {
        StaffFixtures.Known colleague = scene.staff.member(Role.TELLER, StaffFixtures.HOME);
        sentAgain(colleague);
        scene.staff.place(colleague.id(), Role.TELLER, StaffFixtures.OTHER);
        assertThatThrownBy(() -> receipts.take(colleague.id(), issued.token(), Function.identity()))
                .isInstanceOf(NotPermittedException.class);
        assertThat(scene.audited("receipt-printed")).isZero();
    }

    @Test
    void nobodyTakesOneForTheOwnPersonAlsoAfterAColleagueSentTheCode() {
        StaffFixtures.Known own = scene.staff.member(Role.TELLER, StaffFixtures.HOME, scene.customer.nationalId());
        assertThatThrownBy(() -> tokens.resend(own.id(), issued.token())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> receipts.take(own.id(), issued.token(), Function.identity()))
                .isInstanceOf(NotPermittedException.class);
        assertThat(scene.audited("receipt-printed")).isZero();
    }

    @Test
    void aReceiptThatCouldNotBeMadeWasNotTaken() {
        assertThatThrownBy(() -> receipts.take(scene.teller.id(), issued.token(), receipt -> {
                    throw new IllegalStateException("no font");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(scene.audited("receipt-printed")).isZero();
        assertThat(receipts.take(scene.teller.id(), issued.token(), Function.identity()))
                .isPresent();
        assertThat(scene.audited("receipt-printed")).isEqualTo(1);
    }

    private void sentAgain(StaffFixtures.Known colleague) {
        scene.people.forgetWaits();
        assertThat(tokens.resend(colleague.id(), issued.token())).isInstanceOf(IssueOutcome.Issued.class);
    }

    @Test
    void thereIsNoneWithoutACodeThatCountsAndNoneOnceTheTokenIsActive() {
        scene.activate(port, issued);
        assertThat(receipts.standing(scene.teller.id(), issued.token())).isEqualTo(Standing.GONE);
        assertThat(receipts.take(scene.teller.id(), issued.token(), Function.identity()))
                .isEmpty();

        scene.people.forgetWaits();
        IssueOutcome.Issued second = scene.issue();
        assertThat(receipts.standing(scene.teller.id(), second.token())).isEqualTo(Standing.READY);
        clock.advance(Duration.ofHours(24));
        assertThat(receipts.standing(scene.teller.id(), second.token())).isEqualTo(Standing.CODE_EXPIRED);
        assertThat(receipts.take(scene.teller.id(), second.token(), Function.identity()))
                .isEmpty();
        assertThat(scene.audited("receipt-printed")).isZero();
    }
}
