package ir.ramzineh.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.ApprovalOutcome.Decided;
import ir.ramzineh.approval.ApprovalOutcome.NotPossible;
import ir.ramzineh.approval.ApprovalOutcome.NotYours;
import ir.ramzineh.approval.ApprovalOutcome.Over;
import ir.ramzineh.approval.ApprovalOutcome.Why;
import ir.ramzineh.audit.ActivityEntry;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people for one deed (3.2 F, security case 22): each refused variant, once and only once, all or nothing. */
@PortalIT
class ApprovalsIT {
    private static final BranchCode HERE = new BranchCode("1203");
    private static final BranchCode THERE = new BranchCode("77");
    private static final String SECRET = "canary-9f31";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalDecisions decisions;

    @Autowired
    private ApprovalTable table;

    @Autowired
    private PlayedDeed deed;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private StaffFixtures staff;
    private Customer customer;
    private Known teller;
    private Known manager;

    @BeforeEach
    void aBranchWithTwoPeople() {
        jdbc.sql("create table if not exists played_deed (approval_id bigint, secret varchar(40))")
                .update();
        staff = StaffFixtures.of(beans);
        customer = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        staff.home(customer.id(), HERE);
        teller = staff.member(Role.TELLER, HERE);
        manager = staff.member(Role.BRANCH_MANAGER, HERE);
    }

    @AfterEach
    void theDeedSucceedsAgain() {
        deed.failWith(null);
    }

    /** Somebody with rights on the table, and without the key, turns a proposal to another customer. */
    @Test
    void aProposalWhoseRowWasAlteredIsNotCarriedOut() {
        ApprovalId id = propose();
        Customer other = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        staff.home(other.id(), HERE);
        assertThat(jdbc.sql("update approval set customer_id = :other where id = :id")
                        .param("other", other.id().value())
                        .param("id", id.value())
                        .update())
                .isOne();
        assertThat(approvals.approve(manager.id(), id, "")).isEqualTo(new NotPossible("error.approval.altered"));
        assertThat(done(id)).isZero();
    }

    @Test
    void whatATellerProposesAManagerOfTheBranchApprovesAndBothNamesAreInTheTrail() {
        ApprovalId id = propose();
        assertThat(approvals.waiting(manager.id(), 100))
                .extracting(Approval::id)
                .contains(id);

        ApprovalOutcome outcome = approvals.approve(manager.id(), id, "looked at the card");

        assertThat(outcome).isInstanceOf(Decided.class);
        Approval approved = ((Decided) outcome).approval();
        assertThat(approved.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approved.maker().userName()).isEqualTo(teller.userName());
        assertThat(approved.checker().userName()).isEqualTo(manager.userName());
        assertThat(approved.note()).isEqualTo("looked at the card");
        assertThat(done(id)).isEqualTo(1);
        ActivityEntry entry = trail.activityOf(customer.id(), 10).stream()
                .filter(line -> line.kind().equals("approval.approved"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isEqualTo(new Actor.Staff(manager.userName()));
        assertThat(entry.details()).containsEntry("maker", teller.userName());
        assertThat(approvals.waiting(manager.id(), 100))
                .extracting(Approval::id)
                .doesNotContain(id);
    }

    @Test
    void nobodyApprovesTheOwnWorkNotEvenAManager() {
        ApprovalId id = approvals.propose(manager.id(), proposal());

        assertThat(approvals.approve(manager.id(), id, "")).isEqualTo(new NotYours(Why.OWN_WORK));

        assertThat(done(id)).isZero();
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(kinds()).contains("approval.denied");
    }

    /** The database refuses it too, if the service ever forgot. */
    @Test
    void theTableRefusesOnePersonInBothPlaces() {
        ApprovalId id = propose();
        assertThatThrownBy(() -> table.decide(id, ApprovalState.APPROVED, teller.id(), "", clock.instant()))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void aTellerDecidesNothing() {
        ApprovalId id = propose();
        Known other = staff.member(Role.TELLER, HERE);
        assertThatThrownBy(() -> approvals.approve(other.id(), id, "")).isInstanceOf(NotPermittedException.class);
        assertThat(done(id)).isZero();
    }

    @Test
    void aManagerOfAnotherBranchNeitherSeesNorDecides() {
        ApprovalId id = propose();
        Known stranger = staff.member(Role.BRANCH_MANAGER, THERE);
        assertThat(approvals.waiting(stranger.id(), 200))
                .extracting(Approval::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> approvals.one(stranger.id(), id)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> approvals.approve(stranger.id(), id, "")).isInstanceOf(NotPermittedException.class);

        // A customer of no branch may be served by both; the proposal still belongs to the branch of its maker.
        staff.home(customer.id(), null);
        assertThat(approvals.approve(stranger.id(), id, "")).isEqualTo(new NotYours(Why.OTHER_BRANCH));
        assertThat(approvals.one(stranger.id(), id)).isEmpty();
        assertThat(done(id)).isZero();
    }

    @Test
    void nobodyProposesOrApprovesForTheOwnPerson() {
        Known himself = staff.member(Role.TELLER, HERE, customer.nationalId());
        assertThatThrownBy(() -> approvals.propose(himself.id(), proposal()))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("error.staff.own");

        Customer bossAsCustomer = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        staff.home(bossAsCustomer.id(), HERE);
        Known boss = staff.member(Role.BRANCH_MANAGER, HERE, bossAsCustomer.nationalId());
        ApprovalId about = approvals.propose(teller.id(), proposal(bossAsCustomer, SECRET));
        assertThatThrownBy(() -> approvals.approve(boss.id(), about, ""))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("error.staff.own");
        assertThat(approvals.waiting(boss.id(), 200)).extracting(Approval::id).doesNotContain(about);
        assertThat(done(about)).isZero();
    }

    @Test
    void afterItsTimeItCannotBeApprovedEvenBeforeTheSweepAndTheSweepEndsIt() {
        ApprovalId id = propose();
        clock.advance(Duration.ofHours(24));

        ApprovalOutcome late = approvals.approve(manager.id(), id, "");

        assertThat(late).isInstanceOf(Over.class);
        assertThat(((Over) late).approval().state()).isEqualTo(ApprovalState.EXPIRED);
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(approvals.waiting(manager.id(), 200))
                .extracting(Approval::id)
                .doesNotContain(id);
        decisions.expire(id);
        decisions.expire(id);
        assertThat(state(id)).isEqualTo("EXPIRED");
        assertThat(kinds().stream().filter("approval.expired"::equals)).hasSize(1);
        assertThat(payloadIsGone(id)).isTrue();
        assertThat(done(id)).isZero();
    }

    @Test
    void aMakerWhoLostTheRoleMeanwhileIsNotApproved() {
        ApprovalId id = propose();
        staff.place(teller.id(), Role.AUDITOR, null);

        assertThat(approvals.approve(manager.id(), id, ""))
                .isEqualTo(new NotPossible("error.approval.maker-lost-right"));
        assertThat(done(id)).isZero();

        staff.place(teller.id(), Role.TELLER, HERE);
        assertThat(approvals.approve(manager.id(), id, "")).isInstanceOf(Decided.class);
        assertThat(done(id)).isEqualTo(1);
    }

    @Test
    void aCheckerWhoLostTheRoleOrWasSentAwayDecidesNothing() {
        ApprovalId id = propose();
        staff.place(manager.id(), Role.TELLER, HERE);
        assertThatThrownBy(() -> approvals.approve(manager.id(), id, "")).isInstanceOf(NotPermittedException.class);
        staff.place(manager.id(), Role.BRANCH_MANAGER, HERE);
        staff.setActive(manager.id(), false);
        assertThatThrownBy(() -> approvals.approve(manager.id(), id, "")).isInstanceOf(NotPermittedException.class);
        assertThat(done(id)).isZero();
        assertThat(state(id)).isEqualTo("WAITING");
    }

    @Test
    void aDeedThatCannotBeDoneLeavesNothingBehindAndTheProposalWaiting() {
        ApprovalId id = propose();
        deed.failWith(new DeedNoLongerPossibleException("error.number-change.under-way"));
        assertThat(approvals.approve(manager.id(), id, "")).isEqualTo(new NotPossible("error.number-change.under-way"));
        deed.failWith(new IllegalStateException("a mistake of the deed"));
        assertThatThrownBy(() -> approvals.approve(manager.id(), id, "")).isInstanceOf(IllegalStateException.class);

        assertThat(done(id))
                .as("the deed wrote its row, and lost it with the rest")
                .isZero();
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(kinds()).doesNotContain("approval.approved");
    }

    @Test
    void of64ApprovalsAtOnceOneDoesTheDeed() throws Exception {
        ApprovalId id = propose();
        List<Known> managers = List.of(manager, staff.member(Role.BRANCH_MANAGER, HERE));
        List<ApprovalOutcome> outcomes =
                together(64, n -> () -> approvals.approve(managers.get(n % 2).id(), id, ""));

        assertThat(outcomes.stream().filter(Decided.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Over.class::isInstance)).hasSize(63);
        assertThat(done(id)).isEqualTo(1);
        assertThat(kinds().stream().filter("approval.approved"::equals)).hasSize(1);
    }

    @Test
    void approvalRefusalAndWithdrawalAtOnceHaveOneWinner() throws Exception {
        for (int round = 0; round < 5; round++) {
            ApprovalId id = propose("round-" + round);
            List<ApprovalOutcome> outcomes = together(3, n -> () -> switch (n) {
                case 0 -> approvals.approve(manager.id(), id, "");
                case 1 -> approvals.refuse(manager.id(), id, "no");
                default -> approvals.withdraw(teller.id(), id);
            });
            assertThat(outcomes.stream().filter(Decided.class::isInstance)).hasSize(1);
            assertThat(done(id)).isEqualTo(state(id).equals("APPROVED") ? 1 : 0);
        }
    }

    @Test
    void aRefusalHasAReasonAndOnlyTheMakerWithdraws() {
        ApprovalId id = propose();
        assertThatThrownBy(() -> approvals.refuse(manager.id(), id, " "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("error.approval.reason");
        assertThat(approvals.withdraw(manager.id(), id)).isEqualTo(new NotYours(Why.NOT_THE_MAKER));
        assertThat(approvals.withdraw(teller.id(), id)).isInstanceOf(Decided.class);
        assertThat(approvals.refuse(manager.id(), id, "too late")).isInstanceOf(Over.class);
        assertThat(state(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void theSameIsNotProposedTwiceWhileItWaits() {
        ApprovalId id = propose();
        assertThatThrownBy(this::propose)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("error.approval.waiting-already");
        approvals.withdraw(teller.id(), id);
        assertThat(propose()).isNotEqualTo(id);
    }

    @Test
    void thePayloadIsSealedShownToNobodyAndGoneOnceItIsDecided() {
        ApprovalId id = propose();
        byte[] stored = jdbc.sql("select payload_sealed from approval where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
        Approval read = approvals.one(manager.id(), id).orElseThrow();
        assertThat(read.proposal().payload()).isEmpty();
        assertThat(read.toString()).doesNotContain(SECRET);
        assertThat(read.proposal().facts()).containsEntry("number-after", "0912****111");

        approvals.approve(manager.id(), id, "");
        assertThat(payloadIsGone(id)).isTrue();
        assertThat(jdbc.sql("select secret from played_deed where approval_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo(SECRET);
    }

    private ApprovalId propose() {
        return propose(SECRET);
    }

    private ApprovalId propose(String secret) {
        return approvals.propose(teller.id(), proposal(customer, secret));
    }

    private Proposal proposal() {
        return proposal(customer, SECRET);
    }

    private static Proposal proposal(@Nullable Customer about, String secret) {
        return new Proposal(
                PlayedDeed.KIND,
                about == null ? null : about.id(),
                null,
                Map.of("number-after", "0912****111"),
                Map.of("secret", secret),
                List.of(Afterward.of("number-change.after.app")));
    }

    private int done(ApprovalId id) {
        return jdbc.sql("select count(*) from played_deed where approval_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private String state(ApprovalId id) {
        return jdbc.sql("select state from approval where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private boolean payloadIsGone(ApprovalId id) {
        return jdbc.sql("select payload_sealed is null from approval where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private List<String> kinds() {
        return trail.activityOf(customer.id(), 200).stream()
                .map(ActivityEntry::kind)
                .toList();
    }

    /** What a pool had no room for is asked again. */
    private static List<ApprovalOutcome> together(
            int count, java.util.function.IntFunction<Callable<ApprovalOutcome>> each) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ApprovalOutcome>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < count; n++) {
                Callable<ApprovalOutcome> one = each.apply(n);
                running.add(threads.submit(() -> {
                    start.await();
                    return stubborn(one);
                }));
            }
            start.countDown();
        }
        List<ApprovalOutcome> results = new ArrayList<>();
        for (Future<ApprovalOutcome> one : running) {
            results.add(one.get());
        }
        return results;
    }

    private static ApprovalOutcome stubborn(Callable<ApprovalOutcome> one) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return one.call();
            } catch (org.springframework.dao.DataAccessException
                    | org.springframework.transaction.TransactionException busy) {
                if (tries == 8) {
                    throw busy;
                }
            }
        }
    }
}
