package ir.ramzineh.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/**
 * A value that reads left to right wherever it stands: masked card numbers, mobile numbers, codes, user names. Digits
 * are shown in the reader's script, their order never turns.
 */
@Tag("bdi")
public class LtrText extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    public LtrText(String value) {
        setText(Formats.current().digits(value));
        getElement().setAttribute("dir", "ltr");
        addClassName("ltr");
    }

    /** For a value whose digits must stay as they are, such as a user name or a key to copy. */
    public static LtrText verbatim(String value) {
        LtrText text = new LtrText("");
        text.setText(value);
        return text;
    }

    /** A masked card number in groups of four. */
    public static LtrText card(String masked) {
        return new LtrText(masked.replaceAll("(.{4})(?=.)", "$1 "));
    }
}
