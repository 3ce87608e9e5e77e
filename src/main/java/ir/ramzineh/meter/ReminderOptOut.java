package ir.ramzineh.meter;

import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who wants no reminders: said in the portal, or by an answer to one. News about the own account go on. */
@Service
public class ReminderOptOut {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ReminderOptOut(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean is(CustomerId customer) {
        return jdbc.sql("select 1 from reminder_opt_out where customer_id = :customer")
                .param("customer", customer.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The customer wants none from now on, or wants them again; saying it twice changes nothing. */
    @Transactional
    public void set(CustomerId customer, boolean none) {
        int changed = none ? insert(customer) : remove(customer);
        if (changed > 0) {
            audit.record(AuditEvent.by(customer, none ? "reminder.opted-out" : "reminder.opted-in", Map.of()));
        }
    }

    private int insert(CustomerId customer) {
        try {
            return jdbc.sql("insert into reminder_opt_out (customer_id, said_at) values (:customer, :now)")
                    .param("customer", customer.value())
                    .param("now", UtcTime.toColumn(clock.instant()))
                    .update();
        } catch (DuplicateKeyException saidBefore) {
            return 0;
        }
    }

    private int remove(CustomerId customer) {
        return jdbc.sql("delete from reminder_opt_out where customer_id = :customer")
                .param("customer", customer.value())
                .update();
    }
}
