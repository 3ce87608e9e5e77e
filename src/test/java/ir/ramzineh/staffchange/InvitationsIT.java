package ir.ramzineh.staffchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.Canaries;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalOutcome.Decided;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.cases.Together;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffAdministration.Invited;
import ir.ramzineh.staff.StaffEnrolment;
import ir.ramzineh.staff.StaffEnrolment.Completed;
import ir.ramzineh.staff.StaffEnrolment.Enrolment;
import ir.ramzineh.staff.StaffEnrolment.Opened;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.WaitingInvitation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invitation that did not arrive is drawn anew by who approved, without another pair of administrators (case 22). */
@PortalIT
class InvitationsIT {
    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.92");
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA1, 6, 30);
    private static final String PASSWORD = "Darya-Kuh-37";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffProposals proposals;

    @Autowired
    private Approvals approvals;

    @Autowired
    private StaffEnrolment enrolments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private StaffFixtures staff;
    private StaffId maker;
    private StaffId checker;
    private Known teller;
    private Approval approved;

    @BeforeEach
    void aResetThatWasApproved() {
        PeopleFixtures.of(beans).forgetWaits();
        staff = StaffFixtures.of(beans);
        maker = staff.member(Role.ADMINISTRATOR, null).id();
        checker = staff.member(Role.ADMINISTRATOR, null).id();
        teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        approved = reset();
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void aCodeThatDidNotArriveIsReplacedByWhoApprovedAndCountsNoMore() {
        assertThat(waiting().again()).isFalse();
        String lost = drawn().code().grouped();
        Enrolment begun = begun(lost);

        assertThat(waiting().again()).isTrue();
        Invited second = drawn();

        assertThat(second.member().id()).isEqualTo(teller.id());
        assertThat(enrolments.open(teller.userName(), lost, ADDRESS)).isInstanceOf(Opened.Refused.class);
        assertThat(enrolments.complete(begun, PASSWORD, code(begun)))
                .as("nor what was begun with it")
                .isEqualTo(Completed.ENDED);
        Enrolment good = begun(second.code().grouped());
        assertThat(enrolments.complete(good, PASSWORD, code(good))).isEqualTo(Completed.DONE);
        assertThat(drawings("staff.invitation-drawn")).isEqualTo(1);
        assertThat(drawings("staff.invitation-drawn-again")).isEqualTo(1);
        assertThat(Canaries.of(lost, second.code().reveal(), second.code().grouped())
                        .inDatabase(jdbc))
                .isEmpty();
    }

    /** A node of an older version draws whatever ticket it finds; it must find none that was drawn. */
    @Test
    void aTicketThatWasDrawnLeavesItsColumns() {
        assertThat(ticketColumns()).as("before").isEqualTo(3);
        drawn();
        assertThat(ticketColumns()).isZero();
        drawn();
        assertThat(ticketColumns()).as("drawn anew").isZero();
    }

    private int ticketColumns() {
        return jdbc.sql("""
                        select (ticket is not null) + (ticket_holder is not null) + (ticket_until is not null)
                        from staff_credential where staff_id = :id
                        """)
                .param("id", teller.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void onceTheMemberHasUsedItNoOtherIsDrawn() {
        WaitingInvitation before = waiting();
        Enrolment enrolment = begun(drawn().code().grouped());
        WaitingInvitation after = waiting();
        assertThat(enrolments.complete(enrolment, PASSWORD, code(enrolment))).isEqualTo(Completed.DONE);
        assertThat(proposals.invitable(checker, approved)).isEmpty();
        assertThat(proposals.invitation(checker, approved, before)).isEmpty();
        assertThat(proposals.invitation(checker, approved, after)).isEmpty();
        assertThat(drawings("staff.invitation-drawn-again")).isZero();
    }

    @Test
    void case1_of32PagesThatReplaceTheSameCodeOneDoes() throws Exception {
        drawn();
        WaitingInvitation waiting = waiting();
        List<Optional<Invited>> again =
                Together.all(32, number -> () -> proposals.invitation(checker, approved, waiting));
        List<Invited> shown = again.stream().flatMap(Optional::stream).toList();
        assertThat(shown).hasSize(1);
        begun(shown.getFirst().code().grouped());
        assertThat(drawings("staff.invitation-drawn-again")).isEqualTo(1);
    }

    @Test
    void nobodyButWhoApprovedDrawsAnotherAndOnlyWhileAdministrator() {
        drawn();
        WaitingInvitation waiting = waiting();
        StaffId third = staff.member(Role.ADMINISTRATOR, null).id();
        for (StaffId other : List.of(maker, third, teller.id())) {
            assertThat(proposals.invitable(other, approved)).isEmpty();
            assertThat(proposals.invitation(other, approved, waiting)).isEmpty();
        }
        staff.place(checker, Role.AUDITOR, null);
        assertThatThrownBy(() -> proposals.invitation(checker, approved, waiting))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void anotherIsDrawnWithinTheTimeOfTheApprovalAndNotAfterADisablingOrAnotherReset() {
        drawn();
        WaitingInvitation first = waiting();
        staff.administration().disable(maker, teller.id());
        assertThat(proposals.invitation(checker, approved, first)).isEmpty();
        assertThat(approvals.approve(checker, proposals.enable(maker, teller.id()), ""))
                .isInstanceOf(Decided.class);
        assertThat(proposals.invitable(checker, approved)).isEmpty();

        Approval next = reset();
        assertThat(proposals.invitation(checker, approved, first))
                .as("the ticket of another approval")
                .isEmpty();
        approved = next;
        drawn();
        WaitingInvitation late = waiting();
        clock.advance(Duration.ofHours(24).plusMillis(1));
        assertThat(proposals.invitable(checker, approved)).isEmpty();
        assertThat(proposals.invitation(checker, approved, late)).isEmpty();
    }

    private Approval reset() {
        return ((Decided) approvals.approve(checker, proposals.reset(maker, teller.id()), "")).approval();
    }

    private WaitingInvitation waiting() {
        return proposals.invitable(checker, approved).orElseThrow();
    }

    /** What the page shows whose button is pressed now. */
    private Invited drawn() {
        return proposals.invitation(checker, approved, waiting()).orElseThrow();
    }

    private Enrolment begun(String invitation) {
        Opened opened = enrolments.open(teller.userName(), invitation, ADDRESS);
        assertThat(opened).isInstanceOf(Opened.Begun.class);
        return ((Opened.Begun) opened).enrolment();
    }

    private String code(Enrolment enrolment) {
        OtpKey key = new OtpKey(Base32.decode(enrolment.typedKey().replace(" ", "")));
        return SPEC.code(key, SPEC.step(clock.instant()));
    }

    private long drawings(String kind) {
        return jdbc.sql("select count(*) from audit_event where kind = :kind and details like :name")
                .param("kind", kind)
                .param("name", "%" + teller.userName() + "%")
                .query(Long.class)
                .single();
    }
}
