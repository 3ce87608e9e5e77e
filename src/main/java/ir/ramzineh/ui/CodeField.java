package ir.ramzineh.ui;

import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.kernel.Digits;
import java.util.Optional;

/**
 * One input for a code that came by SMS or stands on a screen: the phone offers its number keys and the code from the
 * message; digits may be Persian, Arabic or Latin.
 */
public class CodeField extends TextField {
    private static final long serialVersionUID = 1L;

    private final int lengthMin;
    private final int lengthMax;

    public CodeField(String label, int lengthMin, int lengthMax) {
        super(label);
        this.lengthMin = lengthMin;
        this.lengthMax = lengthMax;
        addClassName("code-input");
        setAllowedCharPattern("[0-9۰-۹٠-٩]");
        setMaxLength(lengthMax);
        NativeInput.attributes(this, "inputmode", "numeric", "autocomplete", "one-time-code", "enterkeyhint", "done");
    }

    /** The code in Latin digits; empty unless it is digits only and of the right length. */
    public Optional<String> code() {
        return Digits.code(getValue(), lengthMin, lengthMax);
    }
}
