package ir.ramzineh.ui;

import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.kernel.NationalId;

/** Field for a national ID; the rule and its message come from {@link NationalId}. */
public class NationalIdField extends TextField {
    private static final long serialVersionUID = 1L;

    public NationalIdField(String label) {
        super(label);
        addClassName("ltr-input");
        setMaxLength(14);
        NativeInput.attributes(this, "inputmode", "numeric", "autocomplete", "off", "enterkeyhint", "next");
    }

    /**
     * The value that was typed.
     *
     * @throws ir.ramzineh.kernel.InvalidValueException if what was typed is no national ID
     */
    public NationalId nationalId() {
        return NationalId.of(getValue());
    }
}
