package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.RuleList;
import ir.ramzineh.ui.RuleList.Rule;
import ir.ramzineh.ui.RuleList.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A new password twice, with its rules answered while it is typed. Ids: the prefix, {@code -again}, {@code -rules}. */
public class OwnPasswordFields extends Div {
    private static final long serialVersionUID = 1L;
    private static final int TICK_AFTER_MILLIS = 200;

    private final transient Function<String, List<RuleCheck>> checks;
    private final PasswordField password = new PasswordField(getTranslation("password.new"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));
    private final RuleList rules = new RuleList();

    /**
     * Two empty fields.
     *
     * @param checks every rule with its answer for what was typed so far
     */
    public OwnPasswordFields(String prefix, Function<String, List<RuleCheck>> checks) {
        this.checks = checks;
        addClassName("step-form");
        password.setId(prefix);
        again.setId(prefix + "-again");
        rules.setId(prefix + "-rules");
        for (PasswordField field : List.of(password, again)) {
            field.addClassName("ltr-input");
            NativeInput.attributes(field, "autocomplete", "new-password");
        }
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.setValueChangeTimeout(TICK_AFTER_MILLIS);
        password.addValueChangeListener(typed -> tick());
        tick();
        add(password, rules, again);
    }

    /** Puts the cursor here. */
    public void focus() {
        password.focus();
    }

    /** The password, or nothing after the field at fault was marked. */
    public Optional<String> read() {
        password.setInvalid(false);
        again.setInvalid(false);
        if (!password.getValue().equals(again.getValue())) {
            FieldErrors.show(again, getTranslation("password.differs"));
            return Optional.empty();
        }
        return Optional.of(password.getValue());
    }

    /** Says what is wrong with the password. */
    public void refuse(String key) {
        FieldErrors.show(password, getTranslation(key));
    }

    private void tick() {
        String typed = password.getValue();
        rules.show(checks.apply(typed).stream()
                .map(check -> rule(check, !typed.isEmpty()))
                .toList());
    }

    private Rule rule(RuleCheck check, boolean typed) {
        Object[] args = check.args().stream().map(Formats.current()::digits).toArray();
        String text = getTranslation(check.key(), args);
        Standing standing = !typed ? Standing.OPEN : check.met() ? Standing.MET : Standing.BROKEN;
        return new Rule(text, standing, typed ? check.offendingPart() : null);
    }
}
