package ir.ramzineh.administration;

import ir.ramzineh.sms.SmsHealth;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.util.List;
import org.springframework.stereotype.Service;

/** How messages fare, for whoever holds {@link Permission#SMS_HEALTH_VIEW}. */
@Service
public class SmsDesk {
    private final Permissions permissions;
    private final SmsHealth health;

    SmsDesk(Permissions permissions, SmsHealth health) {
        this.permissions = permissions;
        this.health = health;
    }

    /** What waits. */
    public SmsHealth.Queue queue(StaffId who) {
        permissions.require(who, Permission.SMS_HEALTH_VIEW);
        return health.queue();
    }

    /** Each provider, in the order in which they are asked. */
    public List<SmsHealth.Provider> providers(StaffId who) {
        permissions.require(who, Permission.SMS_HEALTH_VIEW);
        return health.providers();
    }
}
