package ir.ramzineh.approval;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.ApprovalOutcome.Decided;
import ir.ramzineh.approval.ApprovalOutcome.NotPossible;
import ir.ramzineh.approval.ApprovalOutcome.NotYours;
import ir.ramzineh.approval.ApprovalOutcome.Why;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who proposed something is under the key: rights on the table make no second person (security case 22, decision 017). */
@PortalIT
class ApprovalOriginIT {
    private static final BranchCode HERE = new BranchCode("1203");
    private static final BranchCode THERE = new BranchCode("77");
    private static final NotPossible ALTERED = new NotPossible("error.approval.altered");
    private static final NotPossible UNPROVEN = new NotPossible("error.approval.unproven");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Approvals approvals;

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
    void time() {
        clock.reset();
    }

    @Test
    void case22_aColleaguesNameWrittenOverTheOwnDoesNotMakeTheOwnWorkApprovable() {
        ApprovalId id = propose(manager);
        assertThat(approve(manager, id)).isEqualTo(new NotYours(Why.OWN_WORK));
        write("maker_id = " + teller.id().value(), id);

        assertThat(approve(manager, id)).isEqualTo(ALTERED);

        assertThat(approve(staff.member(Role.BRANCH_MANAGER, HERE), id))
                .as("nor for anybody else")
                .isEqualTo(ALTERED);
        assertThat(done(id)).isZero();
        write("maker_id = " + manager.id().value(), id);
        assertThat(approve(staff.member(Role.BRANCH_MANAGER, HERE), id)).isInstanceOf(Decided.class);
    }

    @Test
    void aProposalMovedToAnotherBranchOrToAnotherDayIsNotCarriedOut() {
        staff.home(customer.id(), null);
        Known stranger = staff.member(Role.BRANCH_MANAGER, THERE);
        ApprovalId id = propose(teller);
        write("branch = '77'", id);
        assertThat(approve(stranger, id)).isEqualTo(ALTERED);
        write("branch = null", id);
        assertThat(approve(stranger, id)).isEqualTo(ALTERED);
        write("branch = '1203'", id);

        clock.advance(Duration.ofHours(25));
        jdbc.sql("update approval set expires_at = :later where id = :id")
                .param("later", UtcTime.toColumn(clock.instant().plusSeconds(3_600)))
                .param("id", id.value())
                .update();
        assertThat(approve(manager, id)).isEqualTo(ALTERED);
        assertThat(done(id)).isZero();
    }

    /** The proof of one proposal is none for another, though maker and branch are the same. */
    @Test
    void theProofOfAnotherProposalIsNone() {
        ApprovalId mine = propose(teller);
        ApprovalId other = propose(manager);
        write(
                "made_hash = (select made_hash from (select * from approval) a where a.id = " + mine.value() + ")",
                other);
        write("maker_id = " + teller.id().value(), other);
        write(
                "expires_at = (select expires_at from (select * from approval) a where a.id = " + mine.value() + ")",
                other);

        assertThat(approve(manager, other)).isEqualTo(ALTERED);
        assertThat(approve(manager, mine)).isInstanceOf(Decided.class);
        assertThat(done(other)).isZero();
    }

    /** From before an update, or with the proof taken away: it is proposed again, which takes a minute. */
    @Test
    void aProposalThatDoesNotProveItsMakerIsRefusedInWordsAndCanBeMadeAgain() {
        ApprovalId former = propose(teller);
        write("made_hash = null", former);

        assertThat(approve(manager, former)).isEqualTo(UNPROVEN);
        assertThat(done(former)).isZero();
        assertThat(approvals.refuse(manager.id(), former, "from before the update"))
                .isInstanceOf(Decided.class);

        ApprovalId again = propose(teller);
        assertThat(approve(manager, again)).isInstanceOf(Decided.class);
        assertThat(done(again)).isEqualTo(1);
    }

    private ApprovalOutcome approve(Known who, ApprovalId id) {
        return approvals.approve(who.id(), id, "");
    }

    private ApprovalId propose(Known who) {
        return approvals.propose(
                who.id(),
                new Proposal(
                        PlayedDeed.KIND,
                        customer.id(),
                        null,
                        Map.of("number-after", "0912****111"),
                        Map.of("secret", who.userName()),
                        List.of(Afterward.of("number-change.after.app"))));
    }

    private void write(String what, ApprovalId id) {
        assertThat(jdbc.sql("update approval set " + what + " where id = :id")
                        .param("id", id.value())
                        .update())
                .isOne();
    }

    private int done(ApprovalId id) {
        return jdbc.sql("select count(*) from played_deed where approval_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
