package ir.ramzineh.portal.signup;

import ir.ramzineh.credential.CodeSent;
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.FieldErrors;
import java.time.Clock;
import java.util.function.Consumer;

/** The code from the message proves the phone. */
class RecoveryCode extends StepForm {
    private static final long serialVersionUID = 1L;
    private static final int CODE_LENGTH_MIN = 4;
    private static final int CODE_LENGTH_MAX = 10;

    private final CodeField code = new CodeField(getTranslation("code.label"), CODE_LENGTH_MIN, CODE_LENGTH_MAX);
    private final CodeStep status;

    RecoveryCode(Clock clock, CodeSent sent, Consumer<String> send, Runnable resend, Runnable beginAgain) {
        super(Keys.text("recovery.code.title"), Keys.text("recovery.code.text"));
        code.setId("recovery-code");
        status = new CodeStep("recovery", clock, sent, resend);
        add(
                status,
                code,
                submit(
                        "recovery-code-submit",
                        getTranslation("recovery.code.submit"),
                        () -> code.code()
                                .ifPresentOrElse(
                                        send, () -> FieldErrors.show(code, getTranslation("code.digits-only")))),
                Keys.quiet("recovery-begin-again", "sign-up.begin-again", beginAgain));
    }

    void sent(CodeSent sent) {
        status.show(sent);
        tell(getTranslation("code.sent-again"));
    }

    void wrong(String text) {
        fail(text);
        code.clear();
        code.focus();
    }
}
