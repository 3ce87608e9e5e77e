package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A token's life at a branch and on its phone (S10.5, S10.11, S10.17 to S10.19, S10.23 to S10.25). */
@PortalIT
class GatewayTokensIT {
    @LocalServerPort
    private int port;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private GatewayReceipts receipts;

    @Autowired
    private GatewayLinking linking;

    @Autowired
    private OwnGatewayTokens own;

    @Autowired
    private Approvals approvals;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private BranchScene scene;

    @BeforeEach
    void begin() {
        scene = BranchScene.of(beans);
    }

    @Test
    void theCodeGoesToTheRegisteredNumberAndTheSerialNumberStandsOnTheReceiptAlone() {
        IssueOutcome.Issued issued = scene.issue();
        GatewayReceipt receipt = receipts.take(scene.teller.id(), issued.token(), Function.identity())
                .orElseThrow();
        assertThat(receipt.serial()).isEqualTo(issued.serial());
        assertThat(receipt.maskedMobile()).isEqualTo(scene.customer.mobile().masked());
        assertThat(scene.messages("gateway.code")).isEqualTo(1);
        assertThat(scene.audited("issued")).isEqualTo(1);
        assertThat(scene.audited("receipt-printed")).isEqualTo(1);
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.ISSUED);
    }

    @Test
    void theMessageGoesToTheRegisteredNumberWithTheCodeAndWithoutTheSerialNumber() throws Exception {
        MobileNumber registered = scene.customer.mobile();
        int seen = scene.people.messages(registered);
        IssueOutcome.Issued issued = scene.issue();
        String text = Digits.typed(scene.people.text(registered, seen));
        String serial = issued.serial().replaceAll("\\D", "");
        assertThat(text).contains(scene.code(issued.token()));
        assertThat(text.replaceAll("\\D", "")).doesNotContain(serial, serial.substring(0, serial.length() - 4));
        GatewayReceipt receipt = receipts.take(scene.teller.id(), issued.token(), Function.identity())
                .orElseThrow();
        assertThat(receipt.toString()).doesNotContain(scene.code(issued.token()));
    }

    @Test
    void aRenewedCodeDoesNotSetTheTriesBack() {
        IssueOutcome.Issued issued = scene.issue();
        for (int i = 0; i < 4; i++) {
            assertThat(phone().claimOfBranch(issued.serial(), "1234567" + i, "Pixel")
                            .status())
                    .isEqualTo(422);
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(tokens.resend(scene.teller.id(), issued.token())).isInstanceOf(IssueOutcome.Issued.class);
        String renewed = scene.code(issued.token());
        assertThat(phone().claimOfBranch(issued.serial(), "12345678", "Pixel").status())
                .isEqualTo(422);
        assertThat(scene.state(issued.token()))
                .as("the fifth in all, not the first of a new count")
                .isEqualTo(GatewayTokenState.DEAD);
        assertThat(phone().claimOfBranch(issued.serial(), renewed, "Pixel").status())
                .isEqualTo(422);
    }

    @Test
    void ofTwoTellersWithOneSerialNumberOneGivesItAway() throws Exception {
        StaffFixtures.Known second = scene.staff.member(Role.TELLER, StaffFixtures.HOME);
        Customer other = scene.people.customer(PeopleFixtures.randomUserName());
        String serial = scene.inStock(StaffFixtures.HOME);
        List<IssueOutcome> outcomes = together(List.of(
                () -> tokens.issue(scene.teller.id(), scene.customer.id(), serial),
                () -> tokens.issue(second.id(), other.id(), serial)));
        assertThat(outcomes).filteredOn(IssueOutcome.Issued.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new IssueOutcome.Refused("gateway.error.not-in-stock"));
        assertThat(tokens.issue(scene.teller.id(), scene.customer.id(), serial))
                .as("a second time")
                .isEqualTo(new IssueOutcome.Refused("gateway.error.not-in-stock"));
    }

    @Test
    void onePhoneGetsTheTokenAndTheOtherLearnsWhichHasIt() {
        IssueOutcome.Issued issued = scene.issue();
        String code = scene.code(issued.token());
        TestPhone first = phone();
        assertThat(first.claimOfBranch(issued.serial(), code, "Pixel 9").status())
                .isEqualTo(200);
        assertThat(first.claimOfBranch(issued.serial(), code, "Pixel 9").status())
                .as("the same phone that lost the answer")
                .isEqualTo(200);
        TestPhone.Answer second = phone().claimOfBranch(issued.serial(), code, "Galaxy");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("heldBy").get("deviceName").stringValue()).isEqualTo("Pixel 9");
        assertThat(first.proveToBranch("00000000", BranchScene.device(), "Pixel 9")
                        .status())
                .isEqualTo(422);
        assertThat(first.proveToBranch(first.code(clock.instant()), BranchScene.device(), "Pixel 9")
                        .status())
                .isEqualTo(200);
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.ACTIVE);
        assertThat(phone().claimOfBranch(issued.serial(), code, "Galaxy").status())
                .isEqualTo(422);
    }

    @Test
    void wrongCodesAreCountedAndTheFifthEndsTheToken() {
        IssueOutcome.Issued issued = scene.issue();
        String code = scene.code(issued.token());
        for (int i = 0; i < 5; i++) {
            assertThat(phone().claimOfBranch(issued.serial(), "1234567" + i, "Pixel")
                            .status())
                    .isEqualTo(422);
        }
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.DEAD);
        assertThat(phone().claimOfBranch(issued.serial(), code, "Pixel").status())
                .isEqualTo(422);
        assertThat(scene.audited("claim-refused")).isEqualTo(5);
        assertThat(scene.audited("code-guessed")).isEqualTo(1);
        assertThat(scene.messages("gateway.code-guessed")).isEqualTo(1);
    }

    @Test
    void aCodeOutOfTimeIsWorthNothingAndANewOneReplacesIt() {
        IssueOutcome.Issued issued = scene.issue();
        String code = scene.code(issued.token());
        clock.advance(Duration.ofHours(25));
        assertThat(phone().claimOfBranch(issued.serial(), code, "Pixel").status())
                .isEqualTo(422);
        assertThat(tokens.resend(scene.teller.id(), issued.token())).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(phone().claimOfBranch(issued.serial(), code, "Pixel").status())
                .as("the code before counts no more")
                .isEqualTo(422);
        scene.activate(port, issued);
        assertThat(tokens.resend(scene.teller.id(), issued.token()))
                .isEqualTo(new IssueOutcome.Refused("gateway.error.gone"));
    }

    @Test
    void theNumbersOfCardsAndAccountsDoNotFitEachOther() {
        IssueOutcome.Issued issued = scene.issue();
        String code = scene.code(issued.token());
        assertThat(phone().claimBySerial(issued.serial(), code, "Pixel").status())
                .as("in the page of card tokens")
                .isEqualTo(422);
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.ISSUED);
        scene.activate(port, issued);
    }

    @Test
    void messagesAreLimitedAndNothingIsIssuedWithoutOne() {
        scene.issue();
        IssueOutcome again = tokens.issue(scene.teller.id(), scene.customer.id(), null);
        assertThat(again).isInstanceOf(IssueOutcome.Wait.class);
        assertThat(tokens.of(scene.teller.id(), scene.customer.id())).hasSize(1);
    }

    @Test
    void aLinkNeedsASecondMemberAndAnActiveTokenAndOneOfAKind() {
        IssueOutcome.Issued issued = scene.issue();
        assertThat(linking.propose(scene.teller.id(), issued.token(), Set.of(LinkScope.SIGN_IN)))
                .isEqualTo(new LinkOutcome.Refused("gateway.error.not-active"));
        scene.activate(port, issued);
        ApprovalId waiting = scene.propose(issued.token(), LinkScope.SIGN_IN);
        assertThatThrownBy(() -> approvals.approve(scene.teller.id(), waiting, ""))
                .as("a teller decides nothing")
                .isInstanceOf(NotPermittedException.class);
        assertThat(approvals.approve(scene.manager.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    @Test
    void bothNamesStandInTheTrailAndAnUnlinkedTokenCountsNoMore() {
        IssueOutcome.Issued issued = scene.issue();
        scene.activate(port, issued);
        scene.link(issued.token(), LinkScope.SIGN_IN);
        assertThat(scene.audited("linked")).isEqualTo(1);
        assertThat(linking.propose(scene.teller.id(), issued.token(), Set.of(LinkScope.SIGN_IN)))
                .isEqualTo(new LinkOutcome.Refused("gateway.error.linked-already"));
        assertThat(tokens.unlink(scene.teller.id(), issued.token(), Set.of(LinkScope.SIGN_IN), BranchScene.LOST))
                .isTrue();
        assertThat(tokens.unlink(scene.teller.id(), issued.token(), Set.of(LinkScope.SIGN_IN), BranchScene.LOST))
                .isFalse();
        assertThat(tokens.history(scene.teller.id(), issued.token()))
                .extracting(TokenEvent::kind)
                .containsExactly("unlinked", "linked", "activated", "claimed", "issued", "in-stock");
        assertThat(tokens.history(scene.teller.id(), issued.token()).getFirst().reason())
                .isEqualTo(BranchScene.LOST);
        assertThat(scene.details("unlinked")).contains("\"reason\":\"LOST\"", "\"ticket\":\"T-4711\"");
    }

    @Test
    void theCustomerDeletesTheOwnTokenAndNobodyElses() {
        IssueOutcome.Issued issued = scene.issue();
        scene.activate(port, issued);
        scene.link(issued.token(), LinkScope.SIGN_IN);
        Customer stranger = scene.people.customer(PeopleFixtures.randomUserName());
        assertThat(own.delete(stranger.id(), issued.token())).isFalse();
        assertThat(own.delete(scene.customer.id(), issued.token())).isTrue();
        assertThat(own.of(scene.customer.id())).isEmpty();
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.DEAD);
        assertThat(scene.audited("deleted")).isEqualTo(1);
    }

    @Test
    void staffOfAnotherBranchAndTheCustomerHimselfAtTheCounterDoNothing() {
        StaffFixtures.Known elsewhere = scene.staff.member(Role.TELLER, StaffFixtures.OTHER);
        StaffFixtures.Known himself = scene.staff.member(Role.TELLER, StaffFixtures.HOME, scene.customer.nationalId());
        IssueOutcome.Issued issued = scene.issue();
        for (StaffFixtures.Known member : List.of(elsewhere, himself)) {
            assertThatThrownBy(() -> tokens.issue(member.id(), scene.customer.id(), null))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> tokens.resend(member.id(), issued.token()))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> receipts.take(member.id(), issued.token(), Function.identity()))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> tokens.revoke(member.id(), issued.token(), BranchScene.LOST))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> linking.propose(member.id(), issued.token(), Set.of(LinkScope.SIGN_IN)))
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.ISSUED);
    }

    private TestPhone phone() {
        return new TestPhone(URI.create("http://localhost:" + port));
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
        }
        return results;
    }
}
