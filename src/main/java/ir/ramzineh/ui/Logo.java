package ir.ramzineh.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The mark of Ramzineh, a ring of time around three digits, with its name in the reader's language. */
public class Logo extends Span {
    private static final long serialVersionUID = 1L;

    public Logo() {
        addClassName("logo");
        Image mark = new Image("ramzineh/mark.svg", "");
        mark.setWidth("36px");
        mark.setHeight("36px");
        Span name = new Span(getTranslation("product.name"));
        name.addClassName("logo-name");
        add(mark, name);
    }
}
