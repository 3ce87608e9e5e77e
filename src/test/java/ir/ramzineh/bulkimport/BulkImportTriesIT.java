package ir.ramzineh.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.otp.PartAlphabet;
import ir.ramzineh.otp.PartFormat;
import ir.ramzineh.otp.TypedPart;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import that cannot be done is not tried without end, can be stopped, and holds up nobody for long. */
@PortalIT
class BulkImportTriesIT {
    private static final String HEAD = "national_id,name_fa,name_en,birth_date,mobile\n";

    @Autowired
    private BulkImports imports;

    @Autowired
    private ImportTable table;

    @Autowired
    private Approvals approvals;

    @Autowired
    private CoreBank bank;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private StaffId maker;
    private StaffId checker;
    private StaffId manager;
    private long broken;

    /** Pauses begin and end with this test's clock. */
    @BeforeEach
    void aFileWhoseSealDoesNotOpen() {
        StaffFixtures staff = StaffFixtures.of(beans);
        maker = staff.member(Role.ADMINISTRATOR, null).id();
        checker = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME).id();
        manager = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME).id();
        clock.hold();
        imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + row(PeopleFixtures.randomNationalId()));
        broken = job(maker).id();
        jdbc.sql("update bulk_import set content_sealed = unhex('00ff00ff') where id = :id")
                .param("id", broken)
                .update();
    }

    @AfterEach
    void nothingIsLeftAtWork() {
        jdbc.sql("update bulk_import set cancel = true where id = :id and state in ('APPROVED', 'RUNNING')")
                .param("id", broken)
                .update();
        await().atMost(Patience.LONG).until(() -> state(broken) != ImportState.RUNNING);
    }

    @Test
    void afterFiveTriesItIsGivenUpWithItsFile() {
        begun();
        for (int tries = 1; tries < 5; tries++) {
            int so = tries;
            await().atMost(Patience.LONG).until(() -> tries() == so && waits());
            assertThat(state(broken)).isEqualTo(ImportState.RUNNING);
            clock.advance(ImportWork.pauseAfter(tries));
        }
        await().atMost(Patience.LONG).until(() -> state(broken) == ImportState.FAILED);
        assertThat(job(maker).problem()).isEqualTo("error.import.given-up");
        assertThat(tries()).isEqualTo(5);
        assertThat(jdbc.sql("select content_sealed is null from bulk_import where id = :id")
                        .param("id", broken)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** A node that dies in its tries has no time to note a pause. */
    @Test
    void anImportThatKilledItsNodeFiveTimesIsNotBegunAgain() {
        jdbc.sql("update bulk_import set tries = 5 where id = :id")
                .param("id", broken)
                .update();
        begun();
        await().atMost(Patience.LONG).until(() -> state(broken) == ImportState.FAILED);
        assertThat(job(maker).problem()).isEqualTo("error.import.given-up");
    }

    @Test
    void itIsStoppedWhileItWaitsForItsNextTry() {
        begun();
        await().atMost(Patience.LONG).until(this::waits);
        assertThat(imports.cancel(maker, broken)).isTrue();
        await().atMost(Patience.LONG).until(() -> state(broken) == ImportState.CANCELLED);
        assertThat(tries()).isEqualTo(2);
    }

    /** Serial numbers do not wait for it; a younger file of its own kind does, so that nothing older overwrites it later. */
    @Test
    void othersGoOnMeanwhileButNoFileOvertakesAnOlderOneOfItsKind() {
        begun();
        await().atMost(Patience.LONG).until(this::waits);
        // Younger, and still within the pause: ids of one moment have no order.
        clock.advance(Duration.ofSeconds(1));
        NationalId fresh = PeopleFixtures.randomNationalId();
        approved(checker, imports.propose(maker, ImportKind.CUSTOMERS, "y", HEAD + row(fresh)));
        long younger = job(maker).id();
        String serial = TypedPart.random(new PartFormat(3, PartAlphabet.DIGITS, 12), new SecureRandom())
                .grouped();
        approved(checker, imports.propose(manager, ImportKind.SERIALS, "serials.csv", serial + "\n"));

        await().atMost(Patience.LONG).until(() -> job(manager).state() == ImportState.DONE);
        assertThat(state(younger)).isEqualTo(ImportState.APPROVED);
        assertThat(bank.customer(fresh)).isEmpty();

        assertThat(imports.cancel(maker, broken)).isTrue();
        await().atMost(Patience.LONG).until(() -> state(younger) == ImportState.DONE);
        assertThat(bank.customer(fresh)).isPresent();
    }

    private void begun() {
        jdbc.sql("update bulk_import set state = 'APPROVED' where id = :id")
                .param("id", broken)
                .update();
    }

    private void approved(StaffId who, ApprovalId approval) {
        assertThat(approvals.approve(who, approval, "")).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    private int tries() {
        return jdbc.sql("select tries from bulk_import where id = :id")
                .param("id", broken)
                .query(Integer.class)
                .single();
    }

    private boolean waits() {
        return jdbc.sql("select next_at is not null from bulk_import where id = :id")
                .param("id", broken)
                .query(Boolean.class)
                .single();
    }

    private ImportState state(long id) {
        return ImportState.valueOf(jdbc.sql("select state from bulk_import where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    private ImportJob job(StaffId who) {
        return table.latest(who, 1).getFirst();
    }

    private static String row(NationalId id) {
        return id.digits() + ",سارا آزمون,Sara Test,1372/11/03,09120005501\n";
    }
}
