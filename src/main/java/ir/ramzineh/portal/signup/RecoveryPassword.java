package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.portal.NewPasswordFields;
import ir.ramzineh.ui.LtrText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The proven customer sees the user name and chooses a new password. */
class RecoveryPassword extends StepForm {
    private static final long serialVersionUID = 1L;

    private final NewPasswordFields fields;

    RecoveryPassword(String userName, Function<String, List<RuleCheck>> check, Consumer<String> send) {
        super(Keys.text("recovery.password.title"), Keys.text("recovery.password.text"));
        LtrText name = LtrText.verbatim(userName);
        name.setId("recovery-user-name");
        fields = new NewPasswordFields("recovery", check);
        add(
                new Paragraph(new Span(getTranslation("recovery.your-user-name") + " "), name),
                fields,
                submit(
                        "recovery-password-submit",
                        getTranslation("recovery.password.submit"),
                        () -> fields.password().ifPresent(send)));
    }

    void weak(List<RuleCheck> broken) {
        fields.weak(broken);
    }
}
