package ir.ramzineh.branchconsole;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case 13: a page that a member may not see is refused, and the trail says who asked for it. */
@PortalIT
class RefusedPageIT {
    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void case13_aPageWithoutPermissionLeavesARowAndOneWithItNone() {
        StaffFixtures.Known teller = StaffFixtures.of(beans).member(Role.TELLER, StaffFixtures.HOME);
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(teller, clock.instant())).isEqualTo("/branch");
        browser.opened("branch/cases");
        assertThat(refused(teller, "CASE_HANDLE")).isZero();
        assertThat(browser.opened("branch/audit")).contains("branch-not-permitted");
        assertThat(refused(teller, "AUDIT_VIEW")).isPositive();
    }

    private int refused(StaffFixtures.Known who, String permission) {
        return jdbc.sql("""
                select count(*) from audit_event
                where kind = 'access.staff-refused' and actor_name = :who
                  and json_value(details, '$.permission') = :permission
                """)
                .param("who", who.userName())
                .param("permission", permission)
                .query(Integer.class)
                .single();
    }
}
