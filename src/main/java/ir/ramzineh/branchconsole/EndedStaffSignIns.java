package ir.ramzineh.branchconsole;

import ir.ramzineh.session.PrincipalSessions;
import ir.ramzineh.staff.StaffAccessChanged;
import ir.ramzineh.staff.StaffPasswordChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends sign-ins in the transaction in which a member's role, activity or credential changes (security case 22). */
@Component
class EndedStaffSignIns {
    private final PrincipalSessions sessions;

    EndedStaffSignIns(PrincipalSessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(StaffAccessChanged event) {
        sessions.endAll(SignedInStaff.principal(event.id()));
    }

    /** Who changed the own password stays signed in here, and nowhere else. */
    @EventListener
    void on(StaffPasswordChanged event) {
        String principal = SignedInStaff.principal(event.id());
        SignedInStaff.sessionId()
                .ifPresentOrElse(current -> sessions.endOthers(principal, current), () -> sessions.endAll(principal));
    }
}
