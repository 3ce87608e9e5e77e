package ir.ramzineh.branchconsole.counter;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

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
}
