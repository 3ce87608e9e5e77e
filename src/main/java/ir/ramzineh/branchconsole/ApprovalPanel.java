package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Component;
import ir.ramzineh.approval.Approval;
import java.util.Optional;

/** What an area has to say on the page of a proposal that was decided, such as what its checker hands over. */
public interface ApprovalPanel {
    /** The panel, or nothing if it does not concern this proposal or this reader. Called with every visit of the page. */
    Optional<Component> create(Approval approval);
}
