package ir.ramzineh.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.ApprovalOutcome.Decided;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.gatewaytoken.GatewayStock;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.staff.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a proposal reaches who made it, and who serves the customer next (3.2, feature F). */
@PortalIT
class OwnProposalsIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalDecisions decisions;

    @Autowired
    private GatewayStock stock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private BranchCode branch;
    private StaffFixtures staff;
    private Customer customer;
    private Known teller;
    private Known manager;

    @BeforeEach
    void aBranchOfItsOwn() {
        jdbc.sql("create table if not exists played_deed (approval_id bigint, secret varchar(40))")
                .update();
        branch = new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(200_000, 999_999)));
        staff = StaffFixtures.of(beans);
        customer = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        staff.home(customer.id(), branch);
        teller = staff.member(Role.TELLER, branch);
        manager = staff.member(Role.BRANCH_MANAGER, branch);
    }

    @Test
    void whatBecameOfAProposalStandsInTheListOfItsMakerWithTheReason() {
        ApprovalId late = propose(teller, "late");
        clock.advance(Duration.ofHours(25));
        ApprovalId refused = propose(teller, "refused");
        ApprovalId approved = propose(teller, "approved");
        ApprovalId withdrawn = propose(teller, "withdrawn");
        ApprovalId waiting = propose(teller, "waiting");
        propose(manager, "of the manager");
        assertThat(approvals.refuse(manager.id(), refused, "the document was blurred"))
                .isInstanceOf(Decided.class);
        assertThat(approvals.approve(manager.id(), approved, "")).isInstanceOf(Decided.class);
        assertThat(approvals.withdraw(teller.id(), withdrawn)).isInstanceOf(Decided.class);

        List<Approval> own = approvals.own(teller.id(), 10);

        assertThat(own)
                .extracting(Approval::id)
                .containsExactlyInAnyOrder(waiting, withdrawn, approved, refused, late)
                .endsWith(late);
        assertThat(of(own, waiting).state()).isEqualTo(ApprovalState.WAITING);
        assertThat(of(own, withdrawn).state()).isEqualTo(ApprovalState.WITHDRAWN);
        assertThat(of(own, approved).state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(of(own, late).state()).isEqualTo(ApprovalState.EXPIRED);
        assertThat(of(own, refused).state()).isEqualTo(ApprovalState.REFUSED);
        assertThat(of(own, refused).note()).isEqualTo("the document was blurred");
        assertThat(approvals.own(teller.id(), 2)).hasSize(2);
        decisions.expire(late);
        assertThat(approvals.notDone(teller.id())).as("refused or too late").isEqualTo(2);
        assertThat(approvals.notDone(manager.id())).isZero();

        clock.advance(Duration.ofDays(Approvals.NEWS_DAYS).plusSeconds(1));
        assertThat(approvals.notDone(teller.id())).isZero();
        clock.advance(Duration.ofDays(Approvals.OWN_DAYS));
        assertThat(approvals.own(teller.id(), 10)).isEmpty();
    }

    @Test
    void whoServesTheCustomerNextReadsWhatWaitsAndWhatWasNotDone() {
        ApprovalId refused = propose(teller, "refused");
        ApprovalId approved = propose(teller, "approved");
        ApprovalId withdrawn = propose(teller, "withdrawn");
        ApprovalId waiting = propose(manager, "waiting");
        approvals.refuse(manager.id(), refused, "no");
        approvals.approve(manager.id(), approved, "");
        approvals.withdraw(teller.id(), withdrawn);
        StaffId next = staff.member(Role.TELLER, branch).id();

        assertThat(approvals.unsettled(next, customer.id()))
                .extracting(Approval::id)
                .containsExactlyInAnyOrder(waiting, refused);

        StaffId stranger = staff.member(Role.TELLER, StaffFixtures.OTHER).id();
        assertThatThrownBy(() -> approvals.unsettled(stranger, customer.id()))
                .isInstanceOf(NotPermittedException.class);
        clock.advance(Duration.ofDays(Approvals.NEWS_DAYS).plusSeconds(1));
        assertThat(approvals.unsettled(next, customer.id()))
                .extracting(Approval::id)
                .as("old news")
                .doesNotContain(refused);
    }

    /** An administrator reads nobody's proposals, and must read why the own one was refused. */
    @Test
    void aMakerReadsTheOwnProposalAlsoInARoleThatReadsNobodyElses() {
        StaffId maker = staff.member(Role.ADMINISTRATOR, null).id();
        StaffId other = staff.member(Role.ADMINISTRATOR, null).id();
        ApprovalId id = stock.proposeNew(maker, branch, 2);
        assertThat(approvals.refuse(manager.id(), id, "we have enough")).isInstanceOf(Decided.class);

        assertThat(approvals.own(maker, 10)).extracting(Approval::note).containsExactly("we have enough");
        assertThat(approvals.one(maker, id).orElseThrow().state()).isEqualTo(ApprovalState.REFUSED);
        assertThatThrownBy(() -> approvals.one(other, id)).isInstanceOf(NotPermittedException.class);
        assertThat(approvals.own(other, 10)).isEmpty();
    }

    /** The customer is another branch's since: neither the list nor the page shows what was proposed. */
    @Test
    void whatAMakerMayNoLongerReadIsLeftOut() {
        ApprovalId id = propose(teller, "moved");
        staff.home(customer.id(), StaffFixtures.OTHER);

        assertThat(approvals.own(teller.id(), 10)).isEmpty();
        assertThatThrownBy(() -> approvals.one(teller.id(), id)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void case23_aNoteHoldsNoSignsThatTurnWhatStandsBesideIt() {
        ApprovalId refused = propose(teller, "refused");
        assertThatThrownBy(() -> approvals.refuse(manager.id(), refused, "\u202E\u2069\u200F"))
                .as("a reason of signs that nobody sees is none")
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("error.approval.reason");
        approvals.refuse(manager.id(), refused, "no\u202E way\u2069 می\u200Cگوید\r\nforged\u200F");
        assertThat(approvals.one(teller.id(), refused).orElseThrow().note()).isEqualTo("no way می\u200Cگوید  forged");

        ApprovalId approved = propose(teller, "approved");
        approvals.approve(manager.id(), approved, "\u2066yes\u2069");
        assertThat(approvals.one(teller.id(), approved).orElseThrow().note()).isEqualTo("yes");
    }

    private ApprovalId propose(Known maker, String secret) {
        return approvals.propose(
                maker.id(),
                new Proposal(
                        PlayedDeed.KIND,
                        customer.id(),
                        null,
                        Map.of("number-after", "0912****111"),
                        Map.of("secret", secret),
                        List.of()));
    }

    private static Approval of(List<Approval> all, ApprovalId id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
