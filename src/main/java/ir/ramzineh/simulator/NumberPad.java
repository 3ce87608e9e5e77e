package ir.ramzineh.simulator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.ui.Formats;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keys on the screen that write into a field; their order changes with each page, so a glance at the finger tells little. */
class NumberPad extends Div {
    private static final long serialVersionUID = 1L;

    NumberPad(TextField target, SecureRandom random) {
        addClassName("number-pad");
        setId(target.getId().orElse("field") + "-pad");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("simulator.payment.pad"));
        List<Integer> digits = IntStream.range(0, 10).boxed().collect(Collectors.toList());
        Collections.shuffle(digits, random);
        digits.forEach(digit -> add(key(Formats.current().number(digit), () -> append(target, digit))));
        add(key("⌫", () -> target.setValue(shorter(target.getValue()))));
        ((Button) getComponentAt(getComponentCount() - 1)).setAriaLabel(getTranslation("simulator.payment.pad.back"));
    }

    private static Button key(String text, Runnable action) {
        Button key = new Button(text, click -> action.run());
        key.addThemeNames("tertiary");
        return key;
    }

    private static void append(TextField target, int digit) {
        if (target.getValue().length() < target.getMaxLength()) {
            target.setValue(target.getValue() + digit);
        }
    }

    private static String shorter(String value) {
        return value.isEmpty() ? value : value.substring(0, value.length() - 1);
    }
}
