package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;

/** The four steps of sign-up and where the customer stands. */
class Progress extends OrderedList {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 4;

    Progress() {
        addClassName("progress");
        setId("sign-up-progress");
        getElement().setAttribute("aria-label", getTranslation("sign-up.progress"));
    }

    /** Shows {@code current} of 1 to 4 as the step at hand; 5 when all are done. */
    void show(int current) {
        removeAll();
        for (int step = 1; step <= STEPS; step++) {
            Span mark = new Span();
            mark.addClassName("mark");
            if (step < current) {
                mark.add(Glyph.CHECK.create());
            } else {
                mark.setText(Formats.current().number(step));
            }
            ListItem item = new ListItem(mark, new Span(getTranslation("sign-up.step." + step)));
            if (step == current) {
                item.getElement().setAttribute("aria-current", "step");
            }
            item.addClassName(step < current ? "done" : step == current ? "current" : "ahead");
            add(item);
        }
    }
}
