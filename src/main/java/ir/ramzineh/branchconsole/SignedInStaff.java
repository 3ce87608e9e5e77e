package ir.ramzineh.branchconsole;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import ir.ramzineh.helpdesk.DeskSession;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Staff;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which member of staff is signed in on the page that is being served. The principal's name is {@code staff:<id>}. */
@Component
public class SignedInStaff {
    private static final String PREFIX = "staff:";
    private static final Pattern PRINCIPAL = Pattern.compile(PREFIX + "([0-9]{1,19})");

    private final AuthenticationContext authentication;
    private final Staff staff;
    private final Permissions permissions;

    SignedInStaff(AuthenticationContext authentication, Staff staff, Permissions permissions) {
        this.authentication = authentication;
        this.staff = staff;
        this.permissions = permissions;
    }

    /** The name under which the sign-ins of a member are filed. */
    static String principal(StaffId id) {
        return PREFIX + id.value();
    }

    /** Whom a principal's name means, if it is one of a member of staff. */
    static Optional<StaffId> of(String principal) {
        Matcher name = PRINCIPAL.matcher(principal);
        return name.matches() ? Optional.of(new StaffId(Long.parseLong(name.group(1)))) : Optional.empty();
    }

    /** The session of the page that is being served; empty outside a request. Never shown, never logged. */
    static Optional<String> sessionId() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return Optional.ofNullable(request == null ? null : request.getWrappedSession(false))
                .map(WrappedSession::getId);
    }

    /** The member, if one is signed in; a customer is none. */
    public Optional<StaffId> id() {
        return authentication.getPrincipalName().flatMap(SignedInStaff::of);
    }

    /**
     * The member of a page that only staff reach.
     *
     * @throws IllegalStateException if none is signed in: then the page's access rule is wrong
     */
    public StaffId require() {
        return id().orElseThrow(() -> new IllegalStateException("this page needs a member of staff"));
    }

    /** The sign-in of the page that is being served, in which looks at customers are opened. */
    public DeskSession deskSession() {
        return new DeskSession(VaadinSession.getCurrent().getSession().getId());
    }

    /** The member as it stands in the table now. */
    public StaffMember member() {
        return staff.byId(require()).orElseThrow();
    }

    /**
     * The member of a page that asks for this permission.
     *
     * @throws ir.ramzineh.staff.NotPermittedException it has it not; there is a row in the trail
     */
    StaffMember require(Permission what) {
        return permissions.require(require(), what);
    }

    /** Whether the member may do this at all, to show or hide something; the service asks again. */
    public boolean may(Permission what) {
        return permissions.may(require(), what);
    }
}
