package ir.ramzineh.branchconsole;

import ir.ramzineh.session.PrincipalSessions;
import ir.ramzineh.session.SignedInDevice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the member of this page is signed in, and the ways to end that; nobody else's sign-ins. */
@Component
public class OwnSignIns {
    private final SignedInStaff staff;
    private final PrincipalSessions sessions;

    OwnSignIns(SignedInStaff staff, PrincipalSessions sessions) {
        this.staff = staff;
        this.sessions = sessions;
    }

    /** Live sign-ins, the one of this page first. */
    public List<SignedInDevice> all() {
        return sessions.of(principal(), current());
    }

    /** Ends one; {@code false} when it had ended before. */
    public boolean end(SignedInDevice device) {
        return sessions.end(principal(), device.ref());
    }

    /** Ends all but the one of this page; returns how many. */
    public int endOthers() {
        return sessions.endOthers(principal(), current());
    }

    private String principal() {
        return SignedInStaff.principal(staff.require());
    }

    private static String current() {
        return SignedInStaff.sessionId().orElse("");
    }
}
