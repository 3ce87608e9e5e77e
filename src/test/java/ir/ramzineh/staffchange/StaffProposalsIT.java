package ir.ramzineh.staffchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.Canaries;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.ApprovalOutcome.Decided;
import ir.ramzineh.approval.ApprovalOutcome.NotPossible;
import ir.ramzineh.approval.ApprovalOutcome.NotYours;
import ir.ramzineh.approval.ApprovalOutcome.Over;
import ir.ramzineh.approval.ApprovalOutcome.Why;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.cases.Together;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.staff.NewStaffMember;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffAdministration.Invited;
import ir.ramzineh.staff.StaffEnrolment;
import ir.ramzineh.staff.StaffEnrolment.Opened;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffSignIn;
import ir.ramzineh.staff.StaffSignInOutcome.SignedIn;
import ir.ramzineh.staff.WaitingInvitation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody in the bank is maker and checker alone: one administrator gets nowhere with members of staff (case 22). */
@PortalIT
class StaffProposalsIT {
    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.91");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffProposals proposals;

    @Autowired
    private Approvals approvals;

    @Autowired
    private StaffEnrolment enrolments;

    @Autowired
    private StaffSignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final NationalId person = PeopleFixtures.randomNationalId();
    private final String userName =
            "new." + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    private StaffFixtures staff;
    private StaffId maker;
    private StaffId checker;

    @BeforeEach
    void twoAdministrators() {
        PeopleFixtures.of(beans).forgetWaits();
        staff = StaffFixtures.of(beans);
        maker = administrator();
        checker = administrator();
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void case22_oneAdministratorAloneAddsNobody() {
        ApprovalId id = proposals.add(maker, wanted());
        assertThat(members()).as("a proposal makes no member").isZero();
        assertThat(approvals.approve(maker, id, "")).isEqualTo(new NotYours(Why.OWN_WORK));
        for (Role role : List.of(Role.TELLER, Role.BRANCH_MANAGER, Role.SUPPORT, Role.AUDITOR)) {
            StaffId other = staff.member(role, StaffFixtures.HOME).id();
            assertThatThrownBy(() -> approvals.approve(other, id, "")).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> approvals.one(other, id)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> proposals.add(other, wanted())).isInstanceOf(NotPermittedException.class);
        }
        assertThat(members()).isZero();
        assertThat(first(maker, approvals.one(maker, id).orElseThrow())).isEmpty();

        Approval approved = approved(checker, id);
        assertThat(members()).isOne();
        assertThat(first(maker, approved)).as("the maker never sees it").isEmpty();
        assertThat(proposals.invitable(maker, approved)).isEmpty();
        assertThat(proposals.invitable(checker, approved)).isPresent();
    }

    @Test
    void theCheckerReadsWhatTheMemberWillBeAbleToDoAndHandsTheInvitationOverOnce() {
        ApprovalId id = proposals.add(maker, wanted());
        Approval waiting = approvals.waiting(checker, 200).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.proposal().facts())
                .containsEntry("member", userName)
                .containsEntry("role", "TELLER")
                .containsEntry("branch", "1203")
                .doesNotContainValue(person.digits());
        assertThat(waiting.proposal().afterwards())
                .extracting(Afterward::key)
                .containsExactly("staff.after.able.teller", "staff.after.invitation");

        Invited invited = first(checker, approved(checker, id)).orElseThrow();

        assertThat(invited.member().userName()).isEqualTo(userName);
        assertThat(first(checker, approvals.one(checker, id).orElseThrow()))
                .as("each code is shown once")
                .isEmpty();
        assertThat(enrolments.open(userName, invited.code().grouped(), ADDRESS)).isInstanceOf(Opened.Begun.class);
        assertThat(Canaries.of(invited.code().reveal(), invited.code().grouped(), person.digits())
                        .inDatabase(jdbc))
                .isEmpty();
        assertThat(details("staff.added")).contains(name(checker));
        assertThat(actor("staff.added")).isEqualTo(name(maker));
        assertThat(actor("staff.invitation-drawn")).isEqualTo(name(checker));
    }

    @Test
    void case1_of32ApprovalsAtOnceOneAddsAndOf32DrawsAtOnceOneShowsAnInvitation() throws Exception {
        ApprovalId id = proposals.add(maker, wanted());
        StaffId third = administrator();
        List<ApprovalOutcome> outcomes =
                Together.all(32, number -> () -> approvals.approve(number % 2 == 0 ? checker : third, id, ""));
        assertThat(outcomes.stream().filter(Decided.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Over.class::isInstance)).hasSize(31);
        assertThat(members()).isOne();
        Approval approved = approvals.one(checker, id).orElseThrow();
        StaffId holder = approved.checker().id();
        assertThat(first(holder.equals(checker) ? third : checker, approved))
                .as("who was too late")
                .isEmpty();
        List<Optional<Invited>> drawn = Together.all(32, number -> () -> first(holder, approved));
        assertThat(drawn.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void case22_theCheckerIsNotResetByTheMakerAlone() {
        Known second = staff.member(Role.ADMINISTRATOR, null);
        ApprovalId id = proposals.reset(maker, second.id());
        assertThat(approvals.approve(maker, id, "")).isEqualTo(new NotYours(Why.OWN_WORK));
        assertThat(approvals.approve(second.id(), id, "")).isEqualTo(new NotYours(Why.OWN_ROW));
        assertThat(approvals.whyNot(second.id(), id)).contains(Why.OWN_ROW);
        assertThat(signIn.signIn(second.userName(), StaffFixtures.PASSWORD, second.code(clock.instant()), ADDRESS))
                .as("a proposal takes nothing away")
                .isInstanceOf(SignedIn.class);

        Approval approved = approved(checker, id);

        clock.advance(Duration.ofSeconds(31));
        assertThat(signIn.signIn(second.userName(), StaffFixtures.PASSWORD, second.code(clock.instant()), ADDRESS))
                .isNotInstanceOf(SignedIn.class);
        assertThat(first(second.id(), approved)).isEmpty();
        assertThat(first(checker, approved)).isPresent();
    }

    @Test
    void nobodyProposesAChangeOfTheOwnRow() {
        for (Runnable own : List.<Runnable>of(
                () -> proposals.place(maker, maker, Role.BRANCH_MANAGER, StaffFixtures.HOME),
                () -> proposals.enable(maker, maker),
                () -> proposals.reset(maker, maker),
                () -> proposals.directoryName(maker, maker, "x@bank.example"))) {
            assertThatThrownBy(own::run)
                    .isInstanceOfSatisfying(
                            NotPermittedException.class,
                            refused -> assertThat(refused.key()).isEqualTo("error.staff.own"));
        }
    }

    @Test
    void nobodyDecidesInTimeAndAnInvitationThatIsNotDrawnInTimeIsLost() {
        ApprovalId late = proposals.add(maker, wanted());
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(approvals.approve(checker, late, "")).isInstanceOf(Over.class);
        assertThat(members()).isZero();

        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        Approval approved = approved(checker, proposals.reset(maker, teller.id()));
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(proposals.invitable(checker, approved)).isEmpty();
        assertThat(first(checker, approved)).isEmpty();
    }

    @Test
    void case22_aRoleLostBetweenProposalApprovalAndInvitationCounts() {
        ApprovalId id = proposals.add(maker, wanted());
        staff.place(maker, Role.AUDITOR, null);
        assertThat(approvals.approve(checker, id, "")).isEqualTo(new NotPossible("error.approval.maker-lost-right"));
        staff.place(maker, Role.ADMINISTRATOR, null);
        staff.place(checker, Role.AUDITOR, null);
        assertThatThrownBy(() -> approvals.approve(checker, id, "")).isInstanceOf(NotPermittedException.class);
        assertThat(members()).isZero();
        staff.place(checker, Role.ADMINISTRATOR, null);
        Approval approved = approved(checker, id);
        staff.place(checker, Role.AUDITOR, null);
        assertThatThrownBy(() -> first(checker, approved)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void placingChangesNothingUntilItIsApprovedAndOnlyTheMemberThatWasSeen() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        ApprovalId id = proposals.place(maker, teller.id(), Role.BRANCH_MANAGER, StaffFixtures.OTHER);
        assertThat(role(teller)).isEqualTo("TELLER");
        assertThat(proposals.waiting(checker, teller.member()))
                .extracting(Approval::id)
                .containsExactly(id);
        assertThatThrownBy(() -> proposals.place(checker, teller.id(), Role.BRANCH_MANAGER, StaffFixtures.OTHER))
                .as("the same twice")
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> proposals.place(maker, teller.id(), Role.TELLER, StaffFixtures.HOME))
                .as("nothing would change")
                .isInstanceOf(InvalidValueException.class);
        staff.place(teller.id(), Role.SUPPORT, null);
        assertThat(approvals.approve(checker, id, "")).isEqualTo(new NotPossible("error.staff.changed-meanwhile"));
        staff.place(teller.id(), Role.TELLER, StaffFixtures.HOME);
        approved(checker, id);
        assertThat(role(teller)).isEqualTo("BRANCH_MANAGER");
    }

    @Test
    void disablingIsOneAdministratorsAndEndsTheInvitationWhichDoesNotComeBackWithTheMember() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        Approval drawn = approved(checker, proposals.reset(maker, teller.id()));
        String code = first(checker, drawn).orElseThrow().code().grouped();
        assertThat(enrolments.open(teller.userName(), code, ADDRESS)).isInstanceOf(Opened.Begun.class);
        staff.administration().disable(maker, teller.id());
        approved(checker, proposals.enable(maker, teller.id()));
        assertThat(enrolments.open(teller.userName(), code, ADDRESS)).isInstanceOf(Opened.Refused.class);

        Approval waiting = approved(checker, proposals.reset(maker, teller.id()));
        staff.administration().disable(maker, teller.id());
        approved(checker, proposals.enable(maker, teller.id()));
        assertThat(first(checker, waiting)).as("nor what was not drawn").isEmpty();
    }

    @Test
    void aNameInTheDirectoryIsProposedTooAndBelongsToOneMember() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        Known other = staff.member(Role.TELLER, StaffFixtures.HOME);
        String name = userName + "@bank.example";
        ApprovalId one = proposals.directoryName(maker, teller.id(), " " + name.toUpperCase(java.util.Locale.ROOT));
        ApprovalId two = proposals.directoryName(maker, other.id(), name);
        assertThat(signIn.fromDirectory(name, ADDRESS)).isEmpty();
        approved(checker, one);
        assertThat(signIn.fromDirectory(name, ADDRESS).orElseThrow().id()).isEqualTo(teller.id());
        assertThat(approvals.approve(checker, two, "")).isEqualTo(new NotPossible("error.staff.directory-name-taken"));
        assertThatThrownBy(() -> proposals.directoryName(maker, other.id(), name))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void whoIsThereAlreadyIsNotProposedAndOfTwoProposalsOfOneNameOneIsCarriedOut() {
        assertThatThrownBy(() ->
                        proposals.add(maker, new NewStaffMember(name(checker), name(), person, Role.SUPPORT, null)))
                .isInstanceOf(InvalidValueException.class);
        ApprovalId one = proposals.add(maker, wanted());
        ApprovalId two = proposals.add(
                maker, new NewStaffMember(userName, name(), PeopleFixtures.randomNationalId(), Role.SUPPORT, null));
        approved(checker, one);
        assertThat(approvals.approve(checker, two, "")).isEqualTo(new NotPossible("error.staff.user-name-taken"));
        assertThat(members()).isOne();
    }

    @Test
    void administratorsSeeNoProposalAboutCustomersAndNobodyElseSeesOnesAboutStaff() {
        ApprovalId id = proposals.add(maker, wanted());
        assertThat(approvals.waiting(checker, 200))
                .allSatisfy(one -> assertThat(one.proposal().customer()).isNull())
                .extracting(Approval::id)
                .contains(id);
        for (Role role : List.of(Role.TELLER, Role.BRANCH_MANAGER, Role.SUPPORT, Role.AUDITOR)) {
            StaffId reader = staff.member(role, StaffFixtures.HOME).id();
            assertThat(approvals.waiting(reader, 200)).extracting(Approval::id).doesNotContain(id);
        }
        StaffId elsewhere =
                staff.member(Role.ADMINISTRATOR, StaffFixtures.OTHER).id();
        assertThat(approvals.one(elsewhere, id)).as("of no branch").isPresent();
    }

    /** As from a page that was opened before anything was drawn. */
    private Optional<Invited> first(StaffId who, Approval approval) {
        return proposals.invitation(who, approval, new WaitingInvitation(approval.maker(), null));
    }

    private StaffId administrator() {
        return staff.member(Role.ADMINISTRATOR, StaffFixtures.HOME).id();
    }

    private NewStaffMember wanted() {
        return new NewStaffMember(userName, name(), person, Role.TELLER, StaffFixtures.HOME);
    }

    private static LocalizedName name() {
        return new LocalizedName("همکار تازه", "New Colleague");
    }

    private Approval approved(StaffId who, ApprovalId id) {
        ApprovalOutcome outcome = approvals.approve(who, id, "");
        assertThat(outcome).isInstanceOf(Decided.class);
        return ((Decided) outcome).approval();
    }

    private long members() {
        return jdbc.sql("select count(*) from staff_member where user_name = :name")
                .param("name", userName)
                .query(Long.class)
                .single();
    }

    private String name(StaffId id) {
        return jdbc.sql("select user_name from staff_member where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private String role(Known member) {
        return jdbc.sql("select role from staff_member where id = :id")
                .param("id", member.id().value())
                .query(String.class)
                .single();
    }

    private String details(String kind) {
        return event(kind, "details");
    }

    private String actor(String kind) {
        return event(kind, "actor_name");
    }

    private String event(String kind, String column) {
        return jdbc.sql("select " + column + " from audit_event where kind = :kind and details like :name")
                .param("kind", kind)
                .param("name", "%" + userName + "%")
                .query(String.class)
                .single();
    }
}
