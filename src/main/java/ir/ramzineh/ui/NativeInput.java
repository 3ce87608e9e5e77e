package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Attributes of the browser's own input inside a Vaadin field, for which the field has no setter. */
public final class NativeInput {
    private NativeInput() {}

    /**
     * Sets attributes once the browser has built the field.
     *
     * @param namesAndValues name, value, name, value… as they stand in HTML
     */
    public static void attributes(Component field, String... namesAndValues) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        field.addAttachListener(event -> field.getElement().executeJs("window.ramzineh.input(this, $0)", attributes));
    }
}
