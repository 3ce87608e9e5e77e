package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a view shows when it has nothing else to show yet: loading, empty, failed, done. */
public class StatePanel extends Div {
    private static final long serialVersionUID = 1L;

    private StatePanel(String kind, Component picture, String title, String text) {
        addClassNames("state", "state-" + kind);
        H2 heading = new H2(title);
        add(picture, heading);
        if (!text.isEmpty()) {
            add(new Paragraph(text));
        }
    }

    /** Work is under way. */
    public static StatePanel loading(String title) {
        Div spinner = new Div();
        spinner.addClassName("spinner");
        StatePanel panel = new StatePanel("loading", spinner, title, "");
        panel.getElement().setAttribute("role", "status");
        return panel;
    }

    /** There is nothing here, and that is fine; {@code text} says what comes next. */
    public static StatePanel empty(Glyph glyph, String title, String text) {
        return new StatePanel("empty", glyph.create(), title, text);
    }

    /** It did not work; nothing changed. */
    public static StatePanel error(String title, String text) {
        StatePanel panel = new StatePanel("error", Glyph.WARNING.create(), title, text);
        panel.getElement().setAttribute("role", "alert");
        return panel;
    }

    /** It worked. */
    public static StatePanel success(String title, String text) {
        StatePanel panel = new StatePanel("success", Glyph.CHECK.create(), title, text);
        panel.getElement().setAttribute("role", "status");
        return panel;
    }

    /** Adds what the reader can do from here. */
    public StatePanel with(Component... actions) {
        Div row = new Div(actions);
        row.addClassName("button-row");
        add(row);
        return this;
    }
}
