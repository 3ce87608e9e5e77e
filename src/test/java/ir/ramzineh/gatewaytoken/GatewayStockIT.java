package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stock of a branch: what is added takes two people, what is lost goes out with a reason (S10.18, S10.25). */
@PortalIT
class GatewayStockIT {
    @Autowired
    private GatewayStock stock;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private Approvals approvals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final BranchCode branch =
            new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(20_000, 99_999)));
    private StaffFixtures staff;
    private StaffFixtures.Known maker;
    private StaffFixtures.Known checker;

    @BeforeEach
    void begin() {
        staff = StaffFixtures.of(beans);
        maker = staff.member(Role.BRANCH_MANAGER, branch);
        checker = staff.member(Role.BRANCH_MANAGER, branch);
    }

    @Test
    void goodRowsWaitForASecondPersonAndTheOthersAreNamed() {
        String one = serial();
        String mistyped = one.substring(0, one.length() - 1) + (one.endsWith("1") ? "2" : "1");
        StockProposal proposal = stock.propose(maker.id(), branch, List.of(one, mistyped, one, "hello"));
        assertThat(proposal.good()).isEqualTo(1);
        assertThat(proposal.errors())
                .containsExactly(
                        new StockProposal.RowError(2, "gateway.error.serial"),
                        new StockProposal.RowError(3, "gateway.error.serial-twice"),
                        new StockProposal.RowError(4, "gateway.error.serial"));
        assertThat(inStock()).as("proposed only").isEmpty();
        ApprovalId waiting = Objects.requireNonNull(proposal.approval());
        assertThat(approvals.approve(maker.id(), waiting, ""))
                .isEqualTo(new ApprovalOutcome.NotYours(ApprovalOutcome.Why.OWN_WORK));
        assertThat(inStock()).as("the own work").isEmpty();
        assertThat(approvals.approve(checker.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        assertThat(inStock()).containsExactly(one);
        assertThat(stock.propose(maker.id(), branch, List.of(one)))
                .isEqualTo(new StockProposal(
                        null, 0, List.of(new StockProposal.RowError(1, "gateway.error.serial-known"))));
        assertThat(audited("gateway-token.stock-added", maker.userName()))
                .singleElement()
                .asString()
                .contains(checker.userName(), branch.digits());
    }

    @Test
    void drawnNumbersTakeTwoPeopleToo() {
        ApprovalId waiting = stock.proposeNew(maker.id(), branch, 3);
        assertThat(inStock()).isEmpty();
        assertThatThrownBy(() -> stock.proposeNew(maker.id(), branch, 3)).isInstanceOf(InvalidValueException.class);
        assertThat(approvals.approve(checker.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        assertThat(inStock()).hasSize(3);
        assertThatThrownBy(() -> stock.proposeNew(maker.id(), branch, GatewayStock.BATCH_MAX + 1))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() ->
                        stock.propose(maker.id(), branch, Collections.nCopies(GatewayStock.BATCH_MAX + 1, serial())))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aFullListFitsIntoOneProposal() {
        List<String> serials = java.util.stream.Stream.generate(GatewayStockIT::serial)
                .distinct()
                .limit(GatewayStock.BATCH_MAX)
                .toList();
        ApprovalId waiting = Objects.requireNonNull(
                stock.propose(maker.id(), branch, serials).approval());
        assertThat(approvals.approve(checker.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        assertThat(stock.count(maker.id(), branch, GatewayTokenState.IN_STOCK)).isEqualTo(GatewayStock.BATCH_MAX);
    }

    @Test
    void aStockIsDecidedAboutWhereItLies() {
        StaffFixtures.Known administrator = staff.member(Role.ADMINISTRATOR, null);
        StaffFixtures.Known elsewhere = staff.member(Role.BRANCH_MANAGER, StaffFixtures.OTHER);
        ApprovalId waiting = stock.proposeNew(administrator.id(), branch, 1);
        assertThat(approvals.approve(elsewhere.id(), waiting, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("gateway.error.other-branch"));
        assertThat(inStock()).isEmpty();
        assertThat(approvals.approve(checker.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        assertThat(inStock()).hasSize(1);
    }

    @Test
    void whatBecameKnownMeanwhileIsNotAddedTwice() {
        String one = serial();
        ApprovalId first = Objects.requireNonNull(
                stock.propose(maker.id(), branch, List.of(one)).approval());
        ApprovalId second = Objects.requireNonNull(
                stock.propose(maker.id(), branch, List.of(one, serial())).approval());
        assertThat(approvals.approve(checker.id(), first, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        assertThat(approvals.approve(checker.id(), second, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        assertThat(inStock()).hasSize(2).containsOnlyOnce(one);
    }

    @Test
    void whoeverIsNotOfTheBranchSeesAndDoesNothingAndLeavesARow() {
        approved(stock.proposeNew(maker.id(), branch, 1));
        GatewayTokenId token = first();
        StaffFixtures.Known elsewhere = staff.member(Role.BRANCH_MANAGER, StaffFixtures.OTHER);
        StaffFixtures.Known support = staff.member(Role.SUPPORT, branch);
        assertThatThrownBy(() -> stock.propose(support.id(), branch, List.of(serial())))
                .isInstanceOf(NotPermittedException.class);
        List<Runnable> deeds = List.of(
                () -> stock.propose(elsewhere.id(), branch, List.of(serial())),
                () -> stock.proposeNew(elsewhere.id(), branch, 1),
                () -> stock.takeOver(elsewhere.id(), checker.userName(), branch, List.of(serial())),
                () -> stock.inStock(elsewhere.id(), branch, Optional.empty(), 1),
                () -> stock.count(elsewhere.id(), branch, GatewayTokenState.IN_STOCK),
                () -> stock.discard(elsewhere.id(), token, BranchScene.LOST),
                () -> tokens.history(elsewhere.id(), token));
        for (Runnable deed : deeds) {
            assertThatThrownBy(deed::run).isInstanceOf(NotPermittedException.class);
        }
        assertThat(audited("access.staff-refused", elsewhere.userName()))
                .hasSize(deeds.size())
                .allMatch(details -> details.contains("other-branch"));
        assertThat(tokens.history(maker.id(), token)).hasSize(1);
    }

    @Test
    void whatIsLostGoesOutOnceWithAReasonOfOurs() {
        approved(stock.proposeNew(maker.id(), branch, 1));
        GatewayTokenId token = first();
        assertThat(stock.discard(maker.id(), token, BranchScene.LOST)).isTrue();
        assertThat(stock.discard(maker.id(), token, BranchScene.LOST)).isFalse();
        assertThat(inStock()).isEmpty();
        assertThat(tokens.history(maker.id(), token).getFirst().reason()).isEqualTo(BranchScene.LOST);
        assertThat(audited("gateway-token.discarded", maker.userName()))
                .singleElement()
                .asString()
                .contains("LOST", "T-4711");
    }

    @Test
    void aLongStockIsReadInPagesWithoutAGapOrARepetition() {
        approved(stock.proposeNew(maker.id(), branch, 5));
        List<String> read = new ArrayList<>();
        Optional<GatewayTokenId> after = Optional.empty();
        for (int expected : new int[] {2, 2, 1}) {
            StockPage page = stock.inStock(maker.id(), branch, after, 2);
            assertThat(page.serials()).hasSize(expected);
            page.serials().forEach(one -> read.add(one.serial()));
            after = page.next();
        }
        assertThat(after).as("the last page").isEmpty();
        assertThat(read).doesNotHaveDuplicates().isEqualTo(inStock());
        assertThat(stock.inStock(maker.id(), branch, Optional.empty(), 5).next())
                .as("a page that is just full")
                .isEmpty();
    }

    private GatewayTokenId first() {
        return stock.inStock(maker.id(), branch, Optional.empty(), 1)
                .serials()
                .getFirst()
                .token();
    }

    private void approved(ApprovalId waiting) {
        assertThat(approvals.approve(checker.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    private List<String> inStock() {
        return stock.inStock(maker.id(), branch, Optional.empty(), 100).serials().stream()
                .map(StockSerial::serial)
                .toList();
    }

    private List<String> audited(String kind, String actor) {
        return jdbc.sql("select details from audit_event where kind = :kind and actor_name = :actor")
                .param("kind", kind)
                .param("actor", actor)
                .query(String.class)
                .list();
    }

    private static String serial() {
        return Serials.newSerial(new SecureRandom()).grouped();
    }
}
