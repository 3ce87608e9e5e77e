package ir.ramzineh.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that are ticked while the reader types; a broken one names the part that offends. */
public class RuleList extends UnorderedList {
    private static final long serialVersionUID = 1L;

    /** How one rule stands. */
    public enum Standing {
        /** Nothing typed yet. */
        OPEN,
        MET,
        BROKEN
    }

    /**
     * One rule in the reader's words.
     *
     * @param offendingPart the piece of what was typed that breaks the rule, where there is one to show
     */
    public record Rule(
            String text, Standing standing, @Nullable String offendingPart) {}

    public RuleList() {
        addClassName("rule-list");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Shows {@code rules} in place of what stood here. */
    public void show(List<Rule> rules) {
        removeAll();
        rules.forEach(rule -> add(item(rule)));
    }

    private ListItem item(Rule rule) {
        ListItem item = new ListItem();
        Span standing = new Span();
        standing.addClassName("sr-only");
        switch (rule.standing()) {
            case OPEN -> item.add(Glyph.OPEN_CIRCLE.create());
            case MET -> {
                item.addClassName("met");
                item.add(Glyph.CHECK.create());
                standing.setText(getTranslation("rule.met"));
            }
            case BROKEN -> {
                item.addClassName("broken");
                item.add(Glyph.CROSS.create());
                standing.setText(getTranslation("rule.broken"));
            }
        }
        Span text = new Span(rule.text());
        if (rule.offendingPart() != null) {
            LtrText part = LtrText.verbatim(rule.offendingPart());
            part.addClassName("offending");
            text.add(new Text(" "), part);
        }
        item.add(text, standing);
        return item;
    }
}
