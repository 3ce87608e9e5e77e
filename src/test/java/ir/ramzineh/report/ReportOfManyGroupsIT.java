package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report of a large bank: nothing of it is cut off. */
@PortalIT
class ReportOfManyGroupsIT {
    private static final int GROUPS = 600;
    private static final int TIMES = 401;

    @Autowired
    private Reports reports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final BranchCode branch = new BranchCode(
            Integer.toString(100_000 + ThreadLocalRandom.current().nextInt(900_000)));
    private StaffId manager;

    /** Of each prefix one message for every second from 1 to 401: more than 200,000 figures. */
    @BeforeEach
    void manyPrefixesAndTimes() {
        manager = StaffFixtures.of(beans).member(Role.BRANCH_MANAGER, branch).id();
        LocalDate today = clock.instant().atZone(CountRows.TEHRAN).toLocalDate();
        jdbc.sql("""
                insert into report_count (day, hour, measure, channel, issuer, bin, branch, what, bucket, n, amount)
                with recursive numbers as (select 1 as k union all select k + 1 from numbers where k < :groups)
                select :day, 3, 'SMS', 'many-provider', 'mellat', 100000 + g.k, :branch, 'DELIVERED', t.k, 1, 0
                from numbers g join numbers t on t.k <= :times
                """)
                .param("groups", GROUPS)
                .param("times", TIMES)
                .param("day", today)
                .param("branch", branch.digits())
                .update();
    }

    @AfterEach
    void away() {
        jdbc.sql("delete from report_count where branch = :branch")
                .param("branch", branch.digits())
                .update();
    }

    @Test
    void everyGroupIsThereAndMediansAndTotalsAreThoseOfAllMessages() {
        ReportTable table =
                reports.of(manager, ReportKind.DELIVERY, Grouping.BIN, JalaliMonth.of(clock.instant()), branch);

        assertThat(table.rows()).hasSize(GROUPS);
        assertThat(table.rows())
                .extracting(ReportTable.Row::figures)
                .containsOnly(List.of((long) TIMES, 201L, 381L, 0L));
        assertThat(table.rows().getFirst().group()).isEqualTo("100001");
        assertThat(table.rows().getLast().group()).isEqualTo("100600");
        assertThat(table.total().figures()).containsExactly((long) GROUPS * TIMES, 201L, 381L, 0L);
    }
}
