package ir.ramzineh.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

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

    /** One rule in the reader's words. */
    public record Rule(String text, Standing standing) {}

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
        item.add(new Span(rule.text()), standing);
        return item;
    }
}
