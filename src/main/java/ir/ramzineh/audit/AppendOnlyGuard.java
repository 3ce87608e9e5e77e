package ir.ramzineh.audit;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets triggers that refuse to change or remove audit rows and the blocks they are sealed in, where the database user
 * may. Rows go only when their block was retired before. A server with a binary log asks for more privileges than a
 * portal should have; there the operator sets them, see docs/operations/audit.md. That is why they are not a migration: a
 * missing privilege must not stop the portal.
 */
@Component
class AppendOnlyGuard {
    private static final Logger log = LoggerFactory.getLogger(AppendOnlyGuard.class);

    /** As it was before rows could be retired. */
    private static final String FORMER = "audit_event_is_never_removed";

    private static final String NOT_RETIRED = """
            coalesce((select r.after_id from audit_retired r where r.through_id >= old.id
                      order by r.through_id limit 1), old.id) >= old.id""";

    private static final List<Trigger> TRIGGERS = List.of(
            new Trigger("audit_event_is_never_changed", "update", "audit_event", ""),
            new Trigger("audit_event_goes_when_retired", "delete", "audit_event", NOT_RETIRED),
            new Trigger("audit_block_is_never_changed", "update", "audit_block", ""),
            new Trigger("audit_block_is_never_removed", "delete", "audit_block", ""),
            new Trigger("audit_block_rows_are_never_changed", "update", "audit_block_rows", ""),
            new Trigger(
                    "audit_block_rows_go_when_retired",
                    "delete",
                    "audit_block_rows",
                    "not exists (select 1 from audit_retired r where r.number = old.number)"),
            new Trigger("audit_retired_is_never_changed", "update", "audit_retired", ""),
            new Trigger("audit_retired_is_never_removed", "delete", "audit_retired", ""));

    private final JdbcClient jdbc;

    AppendOnlyGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void setTriggers() {
        List<String> present = jdbc.sql("""
                        select trigger_name from information_schema.triggers
                        where trigger_schema = database() and event_object_table like 'audit\\_%'
                        """)
                .query((row, index) -> row.getString("trigger_name"))
                .list();
        try {
            for (Trigger trigger : TRIGGERS) {
                if (!present.contains(trigger.name())) {
                    jdbc.sql(trigger.statement()).update();
                }
            }
            if (present.contains(FORMER)) {
                jdbc.sql("drop trigger if exists " + FORMER).update();
            }
        } catch (DataAccessException e) {
            log.warn(
                    "The database user may not create triggers: audit rows are append-only by the portal's word alone.");
        }
    }

    /** @param when the condition under which it refuses; empty: always */
    private record Trigger(String name, String verb, String table, String when) {
        String statement() {
            String refuse = "signal sqlstate '45000' set message_text = '" + table + " is append-only'";
            return "create trigger if not exists " + name + " before " + verb + " on " + table + " for each row "
                    + (when.isEmpty() ? refuse : "if " + when + " then " + refuse + "; end if");
        }
    }
}
