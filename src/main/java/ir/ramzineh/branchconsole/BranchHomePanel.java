package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Component;
import ir.ramzineh.staff.StaffMember;
import java.util.Optional;

/** Something that waits for a member of staff, shown on the first page after sign-in. Each area announces its own bean. */
public interface BranchHomePanel {
    /** Its place on the page. */
    double order();

    /** The panel, or nothing if it does not concern this member. Called with every visit of the page. */
    Optional<Component> create(StaffMember member);
}
