package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Texts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of the console: a real one with caption and scopes. What is too wide for the screen scrolls by itself, with
 * the keyboard too.
 */
public final class BranchTable extends Div {
    private static final long serialVersionUID = 1L;

    /** Stands where a row has nothing to say. */
    private static final String NOTHING = "–";

    private final Element body = new Element("tbody");
    private final transient Set<Integer> numbers;
    private int rows;

    /**
     * An empty table.
     *
     * @param caption read before its cells
     * @param heads of the columns, translated
     */
    public BranchTable(String id, String caption, String... heads) {
        this(id, caption, Set.of(), heads);
    }

    /**
     * An empty table with columns of figures.
     *
     * @param numbers the columns of figures, counted from 0
     */
    public BranchTable(String id, String caption, Set<Integer> numbers, String... heads) {
        this.numbers = Set.copyOf(numbers);
        setId(id);
        addClassName("branch-table-frame");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group").setAttribute("aria-label", caption);
        Element title = new Element("caption");
        title.setText(caption);
        Element row = new Element("tr");
        for (int column = 0; column < heads.length; column++) {
            Element cell = new Element("th").setAttribute("scope", "col");
            cell.setText(heads[column]);
            mark(cell, column);
            row.appendChild(cell);
        }
        Element head = new Element("thead");
        head.appendChild(row);
        Element table = new Element("table").setAttribute("class", "branch-table");
        table.appendChild(title, head, body);
        getElement().appendChild(table);
    }

    /** Adds a row; the first cell names it. */
    public BranchTable row(Component... cells) {
        Element row = new Element("tr");
        for (int column = 0; column < cells.length; column++) {
            Element cell = column == 0 ? new Element("th").setAttribute("scope", "row") : new Element("td");
            mark(cell, column);
            cell.appendChild(cells[column].getElement());
            row.appendChild(cell);
        }
        body.appendChild(row);
        rows++;
        return this;
    }

    /**
     * What a thing is called in words, and below it the name by which logs and searches know it; that name alone where there
     * are no words.
     *
     * @param words key of the text
     */
    public static Component named(Texts texts, String words, String technical) {
        LtrText name = LtrText.verbatim(technical);
        if (!texts.has(words)) {
            return name;
        }
        name.addClassName("hint");
        return new Div(new Div(texts.get(words)), name);
    }

    /** Whether no row was added. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** A cell of words; a dash where there are none. */
    public static Component text(@Nullable String text) {
        return new Span(text == null || text.isEmpty() ? NOTHING : text);
    }

    /** A moment in words, which is wrapped between day and hour at most. */
    public static Component moment(String moment) {
        Span words = new Span(moment);
        words.addClassName("branch-moment");
        return words;
    }

    /** A word in a coloured frame; the word says it, the colour repeats it. */
    public static Component badge(String text, String look) {
        Span badge = new Span(text);
        badge.addClassNames("branch-badge", look);
        return badge;
    }

    private void mark(Element cell, int column) {
        if (numbers.contains(column)) {
            cell.setAttribute("class", "number");
        }
    }
}
