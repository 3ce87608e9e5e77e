package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.credential.UserNameRules;
import ir.ramzineh.portal.NewPasswordFields;
import ir.ramzineh.portal.RuleTexts;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.RuleList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Step 4, second half (S1.7 to S1.10): user name and password, every rule ticked while they are typed. */
class SignUpCredentials extends StepForm {
    private static final long serialVersionUID = 1L;
    private static final int TICK_AFTER_MILLIS = 200;

    private final TextField userName = new TextField(getTranslation("sign-in.user-name"));
    private final RuleList userNameRules = new RuleList();
    private final NewPasswordFields password;

    /**
     * The fields, empty.
     *
     * @param check the rules held against a password and a user name, in this order
     * @param send gets the user name and the password once they keep every rule
     */
    SignUpCredentials(BiFunction<String, String, List<RuleCheck>> check, BiConsumer<String, String> send) {
        super(Keys.text("sign-up.credentials.title"), Keys.text("sign-up.credentials.text"));
        userName.setId("sign-up-user-name");
        userName.addClassName("ltr-input");
        userName.setMaxLength(32);
        NativeInput.attributes(userName, "autocomplete", "username", "autocapitalize", "none", "spellcheck", "false");
        userNameRules.setId("sign-up-user-name-rules");
        password = new NewPasswordFields("sign-up", typed -> check.apply(typed, userName.getValue()));
        userName.setValueChangeMode(ValueChangeMode.LAZY);
        userName.setValueChangeTimeout(TICK_AFTER_MILLIS);
        userName.addValueChangeListener(event -> {
            userName.setInvalid(false);
            tick();
            password.tick();
        });
        tick();
        add(
                userName,
                userNameRules,
                password,
                submit("sign-up-complete", getTranslation("sign-up.credentials.submit"), () -> send(send)));
    }

    void userNameTaken() {
        FieldErrors.show(userName, getTranslation("sign-up.user-name-taken"));
    }

    void weak(List<RuleCheck> broken) {
        password.weak(broken);
    }

    private void tick() {
        userNameRules.show(RuleTexts.of(UserNameRules.check(userName.getValue()), !userName.isEmpty()));
    }

    private void send(BiConsumer<String, String> send) {
        Optional<String> chosen = password.password();
        if (!UserNameRules.check(userName.getValue()).stream().allMatch(RuleCheck::met)) {
            FieldErrors.show(userName, getTranslation("sign-up.user-name-rules"));
        } else {
            chosen.ifPresent(text -> send.accept(userName.getValue(), text));
        }
    }
}
