package ir.ramzineh.branchconsole.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** How far something has come, as a bar and in words. */
class WorkProgress extends Div {
    private static final long serialVersionUID = 1L;

    private final Element bar = new Element("progress");
    private final Span words = new Span();

    WorkProgress(String id, String label) {
        setId(id);
        addClassName("record-progress");
        bar.setAttribute("aria-label", label);
        getElement().appendChild(bar);
        words.getElement().setAttribute("role", "status");
        add(words);
        setVisible(false);
    }

    void at(long done, long of, String text) {
        bar.setAttribute("max", Long.toString(of));
        bar.setAttribute("value", Long.toString(done));
        words.setText(text);
    }

    /** Goes on, nobody knows for how long. */
    void at(String text) {
        bar.removeAttribute("value");
        words.setText(text);
    }
}
