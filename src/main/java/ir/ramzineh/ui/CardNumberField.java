package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Digits;
import java.util.Optional;
import java.util.function.Function;

/**
 * Field for a card number, grouped in fours while it is typed or pasted. From the sixth digit on it asks whose card
 * this is and shows the answer beside the number.
 */
public class CardNumberField extends TextField {
    private static final long serialVersionUID = 1L;

    /** Digits that identify an issuer at the least. */
    private static final int BIN_LENGTH_MIN = 6;

    public CardNumberField(String label) {
        super(label);
        addClassName("ltr-input");
        setMaxLength(23);
        setAllowedCharPattern("[0-9۰-۹٠-٩ -]");
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(200);
        NativeInput.attributes(this, "inputmode", "numeric", "autocomplete", "cc-number", "enterkeyhint", "done");
        addAttachListener(event -> getElement().executeJs("window.ramzineh.groupInFours(this)"));
    }

    /**
     * Shows the bank while the number is typed.
     *
     * @param bank given the first six or more digits, returns the mark of their bank, or nothing when unknown
     */
    public CardNumberField recognising(Function<String, Optional<? extends Component>> bank) {
        addValueChangeListener(event -> {
            String digits = Digits.typed(event.getValue());
            Optional<? extends Component> mark =
                    digits.length() < BIN_LENGTH_MIN ? Optional.empty() : bank.apply(digits);
            setPrefixComponent(mark.orElse(null));
        });
        return this;
    }

    /**
     * The value that was typed.
     *
     * @throws ir.ramzineh.kernel.InvalidValueException if what was typed is no card number
     */
    public CardNumber cardNumber() {
        return CardNumber.of(getValue());
    }
}
