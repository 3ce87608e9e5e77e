package ir.ramzineh.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A form the browser itself sends by POST, for what Spring Security answers: password managers recognise it, and it
 * carries the request-forgery token.
 */
@Tag("form")
public class PlainForm extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    public PlainForm(String id, String action) {
        setId(id);
        addClassName("plain-form");
        getElement().setAttribute("method", "post").setAttribute("action", action);
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            hidden(token.getParameterName(), token.getToken());
        }
        getElement().executeJs("window.ramzineh.sendOnce(this)");
    }

    /** Adds a value that travels with the form unseen. */
    public final void hidden(String name, String value) {
        Element input = new Element("input");
        input.setAttribute("type", "hidden").setAttribute("name", name).setAttribute("value", value);
        getElement().appendChild(input);
    }

    /** The button that sends the form; the caller adds it where it belongs. */
    public NativeButton submit(String id, String text) {
        NativeButton button = new NativeButton(text);
        button.setId(id);
        button.addClassName("primary-button");
        button.getElement().setAttribute("type", "submit");
        return button;
    }
}
