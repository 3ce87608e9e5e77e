package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.NativeSelect;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks why: before a customer is looked for, before a page is opened without a look that is fresh, before a deed. */
public class ReasonForm extends Div {
    private static final long serialVersionUID = 1L;

    private final NativeSelect reasons = new NativeSelect(getTranslation("desk.reason"));
    private final TextField ticket = new TextField(getTranslation("desk.ticket"));

    /** @param id of the two fields: {@code <id>-kind} and {@code <id>-ticket} */
    public ReasonForm(String id) {
        addClassName("desk-reason");
        reasons.setId(id + "-kind");
        reasons.offer(Arrays.stream(DeskReason.Kind.values())
                .map(kind -> new NativeSelect.Option(kind.name(), getTranslation(kind.key())))
                .toList());
        // The customer at the counter comes first.
        reasons.choose(DeskReason.Kind.AT_COUNTER.name());
        NativeLabel label = new NativeLabel(getTranslation("desk.reason"));
        label.setFor(reasons);
        Div kind = new Div(label, reasons);
        kind.addClassName("desk-field");
        ticket.setId(id + "-ticket");
        ticket.addClassName("ltr-input");
        ticket.setMaxLength(24);
        ticket.setHelperText(getTranslation("desk.ticket.help"));
        add(kind, ticket);
    }

    /** What was chosen and typed; empty after the field has been marked. */
    public Optional<DeskReason> read() {
        String kind = reasons.value().isEmpty() ? DeskReason.Kind.AT_COUNTER.name() : reasons.value();
        if (ticket.isEmpty()) {
            ticket.setInvalid(false);
            return Optional.of(new DeskReason(DeskReason.Kind.valueOf(kind)));
        }
        return FieldErrors.read(ticket, () -> new DeskReason(DeskReason.Kind.valueOf(kind), ticket.getValue()));
    }

    /** Where the keyboard goes when the form opens. */
    public void focus() {
        reasons.getElement().executeJs("setTimeout(() => this.focus())");
    }

    /** A form of its own with its button; Enter presses it. */
    public static Div asked(String id, String text, Consumer<DeskReason> action) {
        ReasonForm form = new ReasonForm(id);
        Button open = new Button(
                form.getTranslation("desk.open"), click -> form.read().ifPresent(action));
        open.setId(id + "-open");
        open.addThemeVariants(ButtonVariant.PRIMARY);
        Paragraph hint = new Paragraph(text);
        hint.addClassName("hint");
        Div asked = new Div(hint, form, open);
        asked.addClassNames("surface", "desk-form");
        open.addClickShortcut(Key.ENTER).listenOn(asked);
        form.focus();
        return asked;
    }
}
