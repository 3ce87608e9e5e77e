package ir.ramzineh.ui;

import com.vaadin.flow.component.html.Span;

/** A bank shown as its coloured initial; we copy nobody's trade mark. */
public class BankMark extends Span {
    private static final long serialVersionUID = 1L;

    /**
     * A mark in the colours of the issuer.
     *
     * @param name name of the bank; its first letter is drawn
     * @param background CSS colour behind the letter
     * @param foreground CSS colour of the letter
     */
    public BankMark(String name, String background, String foreground) {
        super(name.isEmpty() ? "؟" : name.substring(0, name.offsetByCodePoints(0, 1)));
        addClassName("bank-mark");
        getElement().setAttribute("aria-hidden", "true");
        // The colours belong to the issuer's data file, so no style sheet can know them.
        getStyle().set("background", background).set("color", foreground);
    }
}
