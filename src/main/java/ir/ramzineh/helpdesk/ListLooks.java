package ir.ramzineh.helpdesk;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.StaffMember;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages that list cards of many customers: each is a look that counts against the pace and leaves a row. */
@Service
public class ListLooks {
    private final LookPace pace;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ListLooks(LookPace pace, AuditTrail audit, TransactionTemplate transaction) {
        this.pace = pace;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Counts one page, before it is read.
     *
     * @param kind of the event in the trail
     * @param details what was asked for, nothing of what was found
     */
    @Transactional(propagation = Propagation.NEVER)
    public LookOutcome open(StaffMember member, String kind, Map<String, String> details) {
        LookOutcome counted = pace.take(member);
        if (counted instanceof LookOutcome.Open) {
            Map<String, String> all = new HashMap<>(details);
            BranchCode branch = member.branch();
            all.put("branch", branch == null ? "0" : branch.digits());
            all.put("role", member.role().name());
            transaction.executeWithoutResult(
                    status -> audit.record(new AuditEvent(new Actor.Staff(member.userName()), kind, null, null, all)));
        }
        return counted;
    }
}
