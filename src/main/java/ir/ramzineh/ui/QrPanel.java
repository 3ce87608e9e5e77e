package ir.ramzineh.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;

/** A QR code, dark on white in every colour scheme, so that any camera reads it. */
public class QrPanel extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * A panel around a picture of modules.
     *
     * @param svg the picture; must bring its own quiet zone
     * @param description what it is for, in words, never what it holds
     */
    public QrPanel(String svg, String description) {
        super(new Svg(svg));
        addClassName("qr-panel");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
    }
}
