package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.customer.TermsSection;
import ir.ramzineh.customer.TermsVersion;
import ir.ramzineh.ui.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of use as they were agreed to or are to be. Of Markdown it knows what the terms use: paragraphs and lists
 * of dashes; everything else stays text and can do no harm.
 */
public class TermsText extends Div {
    private static final long serialVersionUID = 1L;

    /** The whole of one version. */
    public TermsText(TermsVersion terms) {
        this(terms.sections());
    }

    /** Some of its passages. */
    public TermsText(List<TermsSection> sections) {
        addClassName("terms-text");
        for (TermsSection section : sections) {
            if (!section.heading().isBlank()) {
                add(new H3(Formats.current().digits(section.heading())));
            }
            addBody(Formats.current().digits(section.text()));
        }
    }

    /** Shows the text in a window of its own height; the keyboard can enter and scroll it. */
    public void scrolling(String label) {
        addClassName("terms-window");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
    }

    private void addBody(String markdown) {
        StringBuilder paragraph = new StringBuilder();
        @Nullable UnorderedList list = null;
        for (String line : markdown.lines().toList()) {
            String text = line.strip();
            if (text.startsWith("- ")) {
                flush(paragraph);
                if (list == null) {
                    list = new UnorderedList();
                    add(list);
                }
                list.add(new ListItem(text.substring(2)));
            } else if (text.isEmpty()) {
                flush(paragraph);
                list = null;
            } else {
                paragraph.append(text).append(' ');
            }
        }
        flush(paragraph);
    }

    private void flush(StringBuilder paragraph) {
        if (!paragraph.isEmpty()) {
            add(new Paragraph(paragraph.toString().strip()));
            paragraph.setLength(0);
        }
    }
}
