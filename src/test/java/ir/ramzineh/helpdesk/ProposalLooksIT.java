package ir.ramzineh.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.PlayedDeed;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.gatewaytoken.GatewayStock;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proposals are looked at like customers: with a reason, a row that the customer reads, and at a pace (security case 13). */
@PortalIT
class ProposalLooksIT extends DeskScene {
    @Autowired
    private ProposalDesk desk;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GatewayStock stock;

    private BranchCode branch;
    private StaffId clerk;
    private StaffId manager;
    private StaffId auditor;
    private ApprovalId proposal;

    @BeforeEach
    void aProposalInABranchOfItsOwn() {
        branch = new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(200_000, 999_999)));
        staff.home(customer.id(), branch);
        clerk = staff.member(Role.TELLER, branch).id();
        manager = staff.member(Role.BRANCH_MANAGER, branch).id();
        auditor = staff.member(Role.AUDITOR, null).id();
        proposal = approvals.propose(
                clerk,
                new Proposal(PlayedDeed.KIND, customer.id(), card, Map.of(), Map.of("secret", userName), List.of()));
    }

    @Test
    void case13_theListIsALookAndShowsNoWholeName() {
        ProposalDesk.Page page = desk.page(manager);

        ProposalDesk.Line line = page.waiting().stream()
                .filter(one -> one.approval().id().equals(proposal))
                .findFirst()
                .orElseThrow();
        assertThat(line.nameEn()).isEqualTo(Masked.name(customer.name().en())).endsWith("…");
        assertThat(line.nameFa()).isEqualTo(Masked.name(customer.name().fa())).endsWith("…");
        assertThat(page.own()).isEmpty();
        assertThat(tracesOf("helpdesk.proposals-listed", manager)).isEqualTo(1);
        assertThat(used(manager)).isEqualTo(1);
        assertThat(desk.page(clerk).own())
                .extracting(one -> one.approval().id())
                .containsExactly(proposal);
    }

    @Test
    void aListWithoutACustomerIsNoLook() {
        StaffId administrator = staff.member(Role.ADMINISTRATOR, null).id();
        ApprovalId serials = stock.proposeNew(administrator, branch, 2);

        assertThat(desk.page(administrator).own())
                .extracting(one -> one.approval().id())
                .containsExactly(serials);
        assertThat(desk.one(administrator, session, serials).orElseThrow().approval())
                .isPresent();
        assertThat(tracesOf("helpdesk.proposals-listed", administrator)).isZero();
        assertThat(used(administrator)).isZero();
    }

    @Test
    void case13_aLookAtAProposalHasTheReasonCaseARowForTheCustomerAndCountsOnceAWhile() {
        assertThat(desk.one(auditor, session, proposal).orElseThrow().approval())
                .isPresent();
        assertThat(desk.one(auditor, session, proposal).orElseThrow().approval())
                .isPresent();
        assertThat(looks()).as("once in this sign-in").isEqualTo(1);
        assertThat(used(auditor)).isEqualTo(1);
        assertThatThrownBy(() -> helpdesk.openedFor(auditor, session, customer.id()))
                .as("no customer's page for an auditor")
                .isInstanceOf(NotPermittedException.class);

        desk.one(auditor, new DeskSession(UUID.randomUUID().toString()), proposal);
        assertThat(looks()).as("another sign-in").isEqualTo(2);
        clock.advance(Duration.ofMinutes(16));
        desk.one(auditor, session, proposal);
        assertThat(looks()).as("the look is no longer fresh").isEqualTo(3);
    }

    @Test
    void case13_beyondThePaceAProposalStaysClosedAndLeavesNoRow() {
        jdbc.sql("""
                insert into helpdesk_pace (staff_id, day, used, burst, burst_started_at, next_at)
                values (:staff, '2000-01-01', 0, 40, utc_timestamp(3), :next)
                """)
                .param("staff", auditor.value())
                .param("next", UtcTime.toColumn(clock.instant().plusSeconds(200)))
                .update();

        ProposalDesk.Look refused = desk.one(auditor, session, proposal).orElseThrow();
        assertThat(refused.look()).isInstanceOf(LookOutcome.Wait.class);
        assertThat(refused.approval()).isEmpty();
        ProposalDesk.Page page = desk.page(auditor);
        assertThat(page.look()).isInstanceOf(LookOutcome.Wait.class);
        assertThat(page.waiting()).isEmpty();
        assertThat(looks()).isZero();
        assertThat(tracesOf("helpdesk.proposals-listed", auditor)).isZero();
    }

    @Test
    void case13_whoMayNotReadItLooksAtNobody() {
        StaffId elsewhere = staff.member(Role.TELLER, StaffFixtures.OTHER).id();
        assertThatThrownBy(() -> desk.one(elsewhere, session, proposal)).isInstanceOf(NotPermittedException.class);
        assertThat(desk.one(clerk, session, new ApprovalId(1))).isEmpty();
        assertThat(looks()).isZero();
    }

    /** Rows of the trail that name this proposal. */
    private int looks() {
        return jdbc.sql("""
                select count(*) from audit_event
                where kind = 'helpdesk.looked' and customer_id = :customer and card_id = :card
                  and json_value(details, '$.reason') = 'CASE' and json_value(details, '$.approval') = :approval
                """)
                .param("customer", customer.id().value())
                .param("card", card.value())
                .param("approval", Long.toString(proposal.value()))
                .query(Integer.class)
                .single();
    }

    private int used(StaffId who) {
        return jdbc.sql("select coalesce(sum(used), 0) from helpdesk_pace where staff_id = :staff")
                .param("staff", who.value())
                .query(Integer.class)
                .single();
    }
}
