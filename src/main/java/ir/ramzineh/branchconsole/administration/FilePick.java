package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.kernel.InvalidValueException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file field in the words of the page (the browser's own speaks the language of the browser), with a button that sends
 * the text of the chosen file. It travels as every other event of the page does, under the same protection against forged
 * requests, and its size is looked at on both sides.
 */
@Tag("div")
final class FilePick extends Div {
    private static final long serialVersionUID = 1L;

    private static final String NAME = "element.files.length ? element.files[0].name : ''";

    /** A picked file. */
    record Picked(String name, String text) {}

    private final Input input = new Input();
    private final int bytesMax;

    FilePick(String id, String label, String accept, String button, int bytesMax, Consumer<Picked> taker) {
        this.bytesMax = bytesMax;
        addClassName("file-pick");
        input.setId(id);
        input.setType("file");
        input.getElement().setAttribute("accept", accept);
        NativeLabel words = new NativeLabel(label);
        words.setFor(input);
        Span choose = new Span(getTranslation("file.choose"));
        choose.addClassName("file-pick-choose");
        choose.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(getTranslation("file.none"));
        name.addClassName("file-pick-name");
        name.setId(id + "-name");
        name.getElement().setAttribute("dir", "auto");
        input.getElement()
                .addEventListener("change", event -> {
                    String chosen = event.getEventData().get(NAME).asString("");
                    name.setText(chosen.isEmpty() ? getTranslation("file.none") : chosen);
                })
                .addEventData(NAME);
        Span field = new Span(input, choose, name);
        field.addClassName("file-pick-field");
        Button send = new Button(button, click -> read(taker));
        send.setId(id + "-send");
        send.addThemeNames("primary");
        add(words, field, send);
    }

    private void read(Consumer<Picked> taker) {
        input.getElement()
                .executeJs("""
                        const file = this.files[0];
                        if (!file) return '';
                        if (file.size > $0) return 'large';
                        return file.text().then(text => [file.name, text]);
                        """, bytesMax)
                .then(JsonNode.class, answer -> taker.accept(picked(answer)), problem -> {
                    throw new InvalidValueException("error.file.unreadable");
                });
    }

    /** @throws InvalidValueException none was chosen, or it is too large */
    private Picked picked(@Nullable JsonNode answer) {
        if (answer == null || !answer.isArray() || answer.size() != 2) {
            boolean large = answer != null && "large".equals(answer.asString(""));
            throw new InvalidValueException(large ? "error.file.large" : "error.file.none");
        }
        Picked picked = new Picked(answer.get(0).asString(""), answer.get(1).asString(""));
        if (picked.text().length() > bytesMax) {
            throw new InvalidValueException("error.file.large");
        }
        return picked;
    }
}
