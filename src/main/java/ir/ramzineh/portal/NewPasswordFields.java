package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.RuleList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A new password, typed twice, with every rule ticked while it is typed (S1.8 to S1.10). */
public class NewPasswordFields extends Div {
    private static final long serialVersionUID = 1L;
    private static final int TICK_AFTER_MILLIS = 200;

    private final PasswordField password = new PasswordField(getTranslation("password.new"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));
    private final RuleList rules = new RuleList();
    private final transient Function<String, List<RuleCheck>> check;

    /**
     * The fields, empty.
     *
     * @param prefix start of the element ids: {@code <prefix>-new-password}, {@code <prefix>-new-password-again}
     * @param check the rules held against what is typed
     */
    public NewPasswordFields(String prefix, Function<String, List<RuleCheck>> check) {
        this.check = check;
        addClassName("step-form");
        password.setId(prefix + "-new-password");
        again.setId(prefix + "-new-password-again");
        rules.setId(prefix + "-new-password-rules");
        for (PasswordField field : List.of(password, again)) {
            field.addClassName("ltr-input");
            NativeInput.attributes(field, "autocomplete", "new-password");
        }
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.setValueChangeTimeout(TICK_AFTER_MILLIS);
        password.addValueChangeListener(event -> {
            password.setInvalid(false);
            tick();
        });
        tick();
        add(password, rules, again);
    }

    /** The password, once it keeps every rule and was typed twice alike; otherwise the field at fault says why. */
    public Optional<String> password() {
        tick();
        String typed = password.getValue();
        if (typed.isEmpty() || !check.apply(typed).stream().allMatch(RuleCheck::met)) {
            FieldErrors.show(password, getTranslation("password.weak"));
            return Optional.empty();
        }
        if (!typed.equals(again.getValue())) {
            FieldErrors.show(again, getTranslation("password.differs"));
            return Optional.empty();
        }
        again.setInvalid(false);
        return Optional.of(typed);
    }

    /** The server found broken rules after all. */
    public void weak(List<RuleCheck> broken) {
        FieldErrors.show(password, getTranslation("password.weak"));
        rules.show(RuleTexts.of(broken, true));
    }

    /** Empties both fields. */
    public void clear() {
        password.clear();
        again.clear();
        tick();
    }

    /** Holds the rules against what is typed again, after something else they look at has changed. */
    public void tick() {
        rules.show(RuleTexts.of(check.apply(password.getValue()), !password.isEmpty()));
    }
}
