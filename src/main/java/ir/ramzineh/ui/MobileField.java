package ir.ramzineh.ui;

import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.kernel.MobileNumber;

/** Field for an Iranian mobile number in any usual spelling; the rule comes from {@link MobileNumber}. */
public class MobileField extends TextField {
    private static final long serialVersionUID = 1L;

    public MobileField(String label) {
        super(label);
        addClassName("ltr-input");
        setMaxLength(24);
        NativeInput.attributes(this, "type", "tel", "inputmode", "tel", "autocomplete", "tel-national");
    }

    /**
     * The value that was typed.
     *
     * @throws ir.ramzineh.kernel.InvalidValueException if what was typed is no Iranian mobile number
     */
    public MobileNumber mobile() {
        return MobileNumber.of(getValue());
    }
}
