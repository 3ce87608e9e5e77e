package ir.ramzineh.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The browser's own drop-down: small, known to everybody, and the phone shows it as a wheel. */
@Tag("select")
public class NativeSelect extends HtmlComponent {
    private static final long serialVersionUID = 1L;

    /** One choice; {@code value} is what the server gets, {@code text} what the reader sees. */
    public record Option(String value, String text) {}

    private List<Option> options = List.of();

    public NativeSelect(String label) {
        getElement().setAttribute("aria-label", label);
    }

    /** Runs with the value a person chose. */
    public void whenChosen(Consumer<String> action) {
        getElement().addPropertyChangeListener("value", "change", event -> {
            if (event.isUserOriginated()) {
                action.accept(value());
            }
        });
    }

    /** What there is to choose; what was chosen stays if it is among them. */
    public void offer(List<Option> newOptions) {
        if (newOptions.equals(options)) {
            return;
        }
        options = List.copyOf(newOptions);
        getElement().removeAllChildren();
        for (Option option : options) {
            Element element = new Element("option");
            element.setAttribute("value", option.value());
            element.setText(option.text());
            getElement().appendChild(element);
        }
        choose(value());
    }

    /** Chooses for the reader; a value that is not offered chooses nothing. */
    public void choose(String value) {
        String known = options.stream().anyMatch(option -> option.value().equals(value)) ? value : "";
        getElement().setProperty("value", known);
        // The options reach the browser in the same round as the value, sometimes after it.
        getElement().executeJs("this.value = $0", known);
    }

    /** What is chosen, or an empty text. */
    public String value() {
        return Objects.requireNonNullElse(getElement().getProperty("value"), "");
    }
}
