package ir.ramzineh.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Before a proposal about staff, its maker reads whether anybody could approve it (case 22). */
@PortalIT
class ApproversIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private StaffRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private StaffFixtures staff;
    private StaffId one;
    private StaffId two;
    private StaffId teller;

    @BeforeEach
    void twoAdministratorsAndATeller() {
        staff = StaffFixtures.of(beans);
        one = staff.member(Role.ADMINISTRATOR, null).id();
        two = staff.member(Role.ADMINISTRATOR, null).id();
        teller = staff.member(Role.TELLER, StaffFixtures.HOME).id();
    }

    @Test
    void ofTwoTheOtherApprovesWhatIsNotAboutTheOther() {
        amongTheseTwo(() -> {
            assertThat(administration.approvers(one, null)).isEqualTo(Approvers.SOMEBODY);
            assertThat(administration.approvers(one, teller)).isEqualTo(Approvers.SOMEBODY);
            assertThat(administration.approvers(one, two)).isEqualTo(Approvers.ONLY_THE_MEMBER);
            Known third = staff.member(Role.ADMINISTRATOR, StaffFixtures.OTHER);
            assertThat(administration.approvers(one, two)).isEqualTo(Approvers.SOMEBODY);
            rows.setActive(third.id(), false);
            assertThat(administration.approvers(one, two)).isEqualTo(Approvers.ONLY_THE_MEMBER);
            assertThat(administration.approvers(one, third.id())).isEqualTo(Approvers.SOMEBODY);
        });
    }

    @Test
    void withOneActiveAdministratorNobodyApprovesAnything() {
        amongTheseTwo(() -> {
            rows.setActive(two, false);
            for (StaffId about : List.of(two, teller)) {
                assertThat(administration.approvers(one, about)).isEqualTo(Approvers.NOBODY);
            }
            assertThat(administration.approvers(one, null)).isEqualTo(Approvers.NOBODY);
            staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME);
            staff.member(Role.AUDITOR, null);
            assertThat(administration.approvers(one, null)).isEqualTo(Approvers.NOBODY);
        });
    }

    @Test
    void whoHasNotSetUpTheSignInApprovesNothingYet() {
        amongTheseTwo(() -> {
            jdbc.sql("update staff_credential set password_hash = null, key_sealed = null where staff_id = :id")
                    .param("id", two.value())
                    .update();
            assertThat(administration.approvers(one, null)).isEqualTo(Approvers.NOT_SET_UP);
            assertThat(administration.approvers(one, two)).isEqualTo(Approvers.NOT_SET_UP);
            rows.setDirectoryName(two, "two@bank.example");
            assertThat(administration.approvers(one, null))
                    .as("lets the bank's directory in")
                    .isEqualTo(Approvers.SOMEBODY);
        });
    }

    /** The list of staff is long, and the second administrator comes last in it. */
    @Test
    void whoComesAfterHundredsOfOthersApprovesToo() {
        amongTheseTwo(() -> {
            StaffCrowd crowd = StaffCrowd.of(beans);
            crowd.insert();
            jdbc.sql("update staff_member set user_name = :name where id = :id")
                    .param("name", "zzz." + crowd.branch())
                    .param("id", two.value())
                    .update();
            assertThat(administration.approvers(one, null)).isEqualTo(Approvers.SOMEBODY);
            assertThat(administration.approvers(one, two)).isEqualTo(Approvers.ONLY_THE_MEMBER);
        });
    }

    /** As if nobody else were an administrator; nothing of it is committed. */
    private void amongTheseTwo(Runnable looks) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("update staff_member set active = false where role = 'ADMINISTRATOR' and id not in (:one, :two)")
                    .param("one", one.value())
                    .param("two", two.value())
                    .update();
            looks.run();
        });
    }
}
