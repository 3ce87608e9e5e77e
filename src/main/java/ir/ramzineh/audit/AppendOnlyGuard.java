package ir.ramzineh.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets triggers that refuse to change or remove audit rows, where the database user may. A server with a binary log
 * asks for more privileges than a portal should have; there the operator sets them, see docs/operations/audit.md. That
 * is why they are not a migration: a missing privilege must not stop the portal.
 */
@Component
class AppendOnlyGuard {
    private static final Logger log = LoggerFactory.getLogger(AppendOnlyGuard.class);

    private final JdbcClient jdbc;

    AppendOnlyGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void setTriggers() {
        int present = jdbc.sql("""
                        select count(*) from information_schema.triggers
                        where trigger_schema = database() and event_object_table = 'audit_event'
                        """).query(Integer.class).single();
        if (present >= 2) {
            return;
        }
        try {
            refuse("update", "audit_event_is_never_changed");
            refuse("delete", "audit_event_is_never_removed");
        } catch (DataAccessException e) {
            log.warn(
                    "The database user may not create triggers: audit rows are append-only by the portal's word alone.");
        }
    }

    private void refuse(String statement, String name) {
        jdbc.sql("create trigger if not exists " + name + " before " + statement + " on audit_event for each row"
                        + " signal sqlstate '45000' set message_text = 'audit_event is append-only'")
                .update();
    }
}
