package ir.ramzineh.staffchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome.Decided;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffSignIn;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a proposal about a member may hold is asked in the service too: a page binds only who uses it (case 22). */
@PortalIT
class StaffProposalBoundsIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffProposals proposals;

    @Autowired
    private Approvals approvals;

    @Autowired
    private StaffSignIn signIn;

    private StaffId maker;
    private StaffId checker;
    private StaffId teller;

    @BeforeEach
    void twoAdministratorsAndATeller() {
        StaffFixtures staff = StaffFixtures.of(beans);
        maker = staff.member(Role.ADMINISTRATOR, null).id();
        checker = staff.member(Role.ADMINISTRATOR, null).id();
        teller = staff.member(Role.TELLER, StaffFixtures.HOME).id();
    }

    @Test
    void aNameOfTheDirectoryIsAsLongAsItsColumnAndNoLonger() {
        String tail = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        int most = StaffAdministration.DIRECTORY_NAME_LENGTH_MAX;
        for (String wrong : List.of("x".repeat(most + 1), "ن".repeat(8_000), "名".repeat(most))) {
            assertThatThrownBy(() -> proposals.directoryName(maker, teller, wrong))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("error.staff.directory-name-long");
        }
        assertThat(waiting()).isEmpty();

        String longest = "ن".repeat(most - tail.length()) + tail;
        ApprovalId id = proposals.directoryName(maker, teller, "  " + longest + " ");
        assertThat(approvals.approve(checker, id, "")).isInstanceOf(Decided.class);
        assertThat(signIn.fromDirectory(longest, new ClientAddress("192.0.2.92"))
                        .orElseThrow()
                        .id())
                .isEqualTo(teller);
    }

    @Test
    void aRoleOfOneBranchIsNotProposedWithoutOne() {
        for (Role role : List.of(Role.BRANCH_MANAGER, Role.TELLER)) {
            assertThatThrownBy(() -> proposals.place(maker, teller, role, null))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("error.staff.branch-needed");
        }
        assertThat(waiting()).isEmpty();
        assertThat(proposals.place(maker, teller, Role.AUDITOR, null)).isNotNull();
    }

    private List<ApprovalId> waiting() {
        return approvals.waiting(checker, 200).stream()
                .filter(one -> one.maker().id().equals(maker))
                .map(one -> one.id())
                .toList();
    }
}
