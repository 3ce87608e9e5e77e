package ir.ramzineh.branchconsole.counter;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.ui.Notice;
import java.util.function.Supplier;

/** A section of a customer's page with a heading, and the looks of the counter's forms. */
@StyleSheet("ramzineh/branch-approvals.css")
class CounterSection extends Section {
    private static final long serialVersionUID = 1L;

    CounterSection(String id, String title) {
        setId(id);
        addClassNames("surface", "desk-section");
        H2 heading = new H2(getTranslation(title));
        heading.setId(id + "-title");
        getElement().setAttribute("aria-labelledby", id + "-title");
        add(heading);
    }

    /** Proposes and says so with the way to the proposal, or why it is not possible. */
    static void proposed(Div result, Supplier<ApprovalId> proposal) {
        result.removeAll();
        try {
            ApprovalId id = proposal.get();
            Notice done = new Notice(
                    Notice.Kind.SUCCESS,
                    new Paragraph(result.getTranslation("counter.proposed")),
                    new Anchor("branch/approvals/" + id.value(), result.getTranslation("counter.to-approval")));
            done.setId("counter-proposed");
            result.add(done);
        } catch (InvalidValueException notPossible) {
            result.add(new Notice(Notice.Kind.WARNING, result.getTranslation(notPossible.key(), notPossible.args())));
        }
    }
}
