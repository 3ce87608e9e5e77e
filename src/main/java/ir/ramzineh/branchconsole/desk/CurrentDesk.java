package ir.ramzineh.branchconsole.desk;

import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.helpdesk.DeskSession;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who works at the desk in the page that is being served, and in which sign-in. */
@Component
class CurrentDesk {
    private final SignedInStaff staff;
    private final Permissions permissions;

    CurrentDesk(SignedInStaff staff, Permissions permissions) {
        this.staff = staff;
        this.permissions = permissions;
    }

    StaffId who() {
        return staff.require();
    }

    DeskSession session() {
        return staff.deskSession();
    }

    /** To show or hide the buttons of a page, asked once for all of them; the service asks again. */
    Set<Permission> allowed(CustomerId about) {
        return permissions.allowed(who(), about);
    }
}
