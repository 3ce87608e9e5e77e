package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/** A message that stays in the page: what to know, what went wrong, what has worked. */
public class Notice extends Div {
    private static final long serialVersionUID = 1L;

    /** What a notice is about; decides its colour, its icon and whether screen readers interrupt for it. */
    public enum Kind {
        INFO(Glyph.INFO, "status"),
        SUCCESS(Glyph.CHECK, "status"),
        WARNING(Glyph.WARNING, "status"),
        ERROR(Glyph.WARNING, "alert");

        private final Glyph glyph;
        private final String role;

        Kind(Glyph glyph, String role) {
            this.glyph = glyph;
            this.role = role;
        }
    }

    private final Div content = new Div();

    public Notice(Kind kind, String text) {
        this(kind, new Paragraph(text));
    }

    public Notice(Kind kind, Component... content) {
        addClassNames("notice", "notice-" + kind.name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("role", kind.role);
        this.content.add(content);
        add(kind.glyph.create(), this.content);
    }
}
