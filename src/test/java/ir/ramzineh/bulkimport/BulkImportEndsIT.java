package ir.ramzineh.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import ir.ramzineh.Patience;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an import ends other than well: not approved, stopped in the middle, its node gone in the middle. */
@PortalIT
class BulkImportEndsIT {
    private static final String HEAD = "national_id,name_fa,name_en,birth_date,mobile\n";

    @Autowired
    private BulkImports imports;

    @Autowired
    private ImportWork work;

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
    @Qualifier("approvalExpiry")
    private RecurringTask<Void> approvalExpiry;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private StaffId maker;
    private StaffId checker;

    @BeforeEach
    void twoPeople() {
        StaffFixtures staff = StaffFixtures.of(beans);
        maker = staff.member(Role.ADMINISTRATOR, null).id();
        checker = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME).id();
    }

    /** What nobody will take over is not kept: the file goes in the transaction that ends its proposal. */
    @ParameterizedTest
    @EnumSource(
            value = ImportState.class,
            names = {"REFUSED", "WITHDRAWN", "EXPIRED"})
    void anImportEndsWithItsProposalAndItsFileIsErased(ImportState end) {
        NationalId fresh = PeopleFixtures.randomNationalId();
        ApprovalId approval = imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + row(fresh));
        long id = job().id();
        assertThat(erased(id)).isFalse();
        switch (end) {
            case REFUSED -> decided(approvals.refuse(checker, approval, "نه"));
            case WITHDRAWN -> assertThat(imports.withdraw(maker, id)).isTrue();
            default -> {
                clock.advance(Duration.ofHours(25));
                approvalExpiry.execute(new TaskInstance<>("approval-expiry", "test"), null);
            }
        }
        assertThat(job().state()).isEqualTo(end);
        assertThat(erased(id)).isTrue();
        assertThat(job().endedAt()).isNotNull();
        assertThat(approvals.approve(checker, approval, "")).isInstanceOf(ApprovalOutcome.Over.class);
        work.work();
        assertThat(job().state()).isEqualTo(end);
        assertThat(bank.customer(fresh)).isEmpty();
    }

    @Test
    void onlyItsMakerTakesAnImportBackAndOnlyWhileItWaits() {
        ApprovalId approval =
                imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + row(PeopleFixtures.randomNationalId()));
        long id = job().id();
        StaffId other = StaffFixtures.of(beans).member(Role.ADMINISTRATOR, null).id();
        assertThat(imports.withdraw(other, id)).isFalse();
        assertThat(approvals.withdraw(checker, approval)).isInstanceOf(ApprovalOutcome.NotYours.class);
        assertThat(job().state()).isEqualTo(ImportState.WAITING);
        decided(approvals.approve(checker, approval, ""));
        assertThat(imports.withdraw(maker, id)).isFalse();
        await().until(() -> job().state() == ImportState.DONE);
    }

    /** Progress is seen while the rows are written, and whoever stops it then gets nothing of it. */
    @Test
    void anImportThatIsStoppedInTheMiddleShowsHowFarItCameAndLeavesNothing() {
        long before = customers();
        decided(approvals.approve(checker, imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + many(6_000)), ""));
        await().atMost(Patience.LONG).pollInterval(Duration.ofMillis(20)).until(() -> job().done() > 0);
        ImportJob middle = job();
        assertThat(middle.state()).isEqualTo(ImportState.RUNNING);
        assertThat(middle.done()).isBetween(500, 5_500);

        assertThat(imports.cancel(maker, middle.id())).isTrue();

        await().atMost(Patience.LONG).until(() -> job().state() == ImportState.CANCELLED);
        assertThat(customers()).isEqualTo(before);
        assertThat(erased(middle.id())).isTrue();
        assertThat(imports.cancel(maker, middle.id())).as("it is over").isFalse();
    }

    /** The connection of the worker is cut in the middle of its transaction, as when its node dies. */
    @Test
    void anImportWhoseWorkerDiesInTheMiddleBeginsAnewAndEndsWhole() {
        long before = customers();
        decided(approvals.approve(checker, imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + many(3_000)), ""));
        await().atMost(Patience.LONG)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> job().done() > 0 && cutTheWriter());
        assertThat(job().state()).isEqualTo(ImportState.RUNNING);
        assertThat(customers()).as("nothing half").isEqualTo(before);

        await().atMost(Patience.LONG).until(() -> job().state() == ImportState.DONE);
        assertThat(customers()).isEqualTo(before + 3_000);
        assertThat(job().done()).isEqualTo(3_000);
    }

    private boolean cutTheWriter() {
        var writers = jdbc.sql("""
                        select id from information_schema.processlist
                        where info like 'insert into corebank_customer%'
                        """).query(Long.class).list();
        writers.forEach(id -> jdbc.sql("kill connection " + id).update());
        return !writers.isEmpty();
    }

    private static void decided(ApprovalOutcome outcome) {
        assertThat(outcome).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    private ImportJob job() {
        return table.latest(maker, 1).getFirst();
    }

    private boolean erased(long id) {
        return jdbc.sql("select content_sealed is null from bulk_import where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private long customers() {
        return jdbc.sql("select count(*) from corebank_customer")
                .query(Long.class)
                .single();
    }

    private static String many(int rows) {
        Set<NationalId> people = new LinkedHashSet<>();
        while (people.size() < rows) {
            people.add(PeopleFixtures.randomNationalId());
        }
        return people.stream().map(BulkImportEndsIT::row).collect(Collectors.joining());
    }

    private static String row(NationalId id) {
        return id.digits() + ",سارا آزمون,Sara Test,1372/11/03,0912"
                + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999) + "\n";
    }
}
