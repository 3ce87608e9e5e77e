package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import ir.ramzineh.kernel.InvalidValueException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a value out of a field and, where the value breaks its rule, says so at that field in the reader's words. */
public final class FieldErrors {
    private FieldErrors() {}

    /** The value, or nothing after the field has been marked with what is wrong. What was typed stays. */
    public static <T, F extends Component & HasValidationProperties & Focusable<?>> Optional<T> read(
            F field, Supplier<T> value) {
        if (field instanceof HasValue<?, ?> input && input.isEmpty()) {
            show(field, field.getTranslation("field.required"));
            return Optional.empty();
        }
        try {
            T read = value.get();
            field.setInvalid(false);
            return Optional.of(read);
        } catch (InvalidValueException invalid) {
            show(field, text(field, invalid));
            return Optional.empty();
        }
    }

    /** Marks {@code field} with {@code message} and moves there. */
    public static <F extends Component & HasValidationProperties & Focusable<?>> void show(F field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }

    /** What is wrong, in the language of {@code component}. */
    public static String text(Component component, InvalidValueException invalid) {
        return component.getTranslation(invalid.key(), invalid.args());
    }
}
