package ir.ramzineh.portal.signup;

import ir.ramzineh.credential.CodeSent;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.JalaliDateField;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Step 2 (S1.4): the activation ID from the message, and the birth date in the Jalali calendar. */
class SignUpActivation extends StepForm {
    private static final long serialVersionUID = 1L;
    private static final int OLDEST_YEARS = 110;
    private static final int CODE_LENGTH_MIN = 4;
    private static final int CODE_LENGTH_MAX = 10;

    private final CodeField code;
    private final JalaliDateField birthDate;
    private final CodeStep status;

    SignUpActivation(
            Clock clock, CodeSent sent, BiConsumer<String, JalaliDate> send, Runnable resend, Runnable beginAgain) {
        super(Keys.text("sign-up.activation.title"), Keys.text("sign-up.activation.text"));
        int year = JalaliDate.of(clock.instant(), Formats.TEHRAN).year();
        code = new CodeField(getTranslation("sign-up.activation.id"), CODE_LENGTH_MIN, CODE_LENGTH_MAX);
        code.setId("sign-up-activation-id");
        birthDate = new JalaliDateField(
                "sign-up-birth-date", getTranslation("field.birth-date"), year - OLDEST_YEARS, year);
        birthDate.setHelperText(getTranslation("field.birth-date.hint"));
        status = new CodeStep("sign-up", clock, sent, resend);
        add(
                status,
                code,
                birthDate,
                submit("sign-up-confirm", getTranslation("sign-up.activation.submit"), () -> send(send)),
                Keys.quiet("sign-up-begin-again", "sign-up.begin-again", beginAgain));
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

    private void send(BiConsumer<String, JalaliDate> send) {
        Optional<JalaliDate> date = date();
        Optional<String> typed = code.code();
        if (typed.isEmpty()) {
            FieldErrors.show(code, getTranslation("code.digits-only"));
        } else {
            code.setInvalid(false);
            date.ifPresent(value -> send.accept(typed.get(), value));
        }
    }

    private Optional<JalaliDate> date() {
        try {
            JalaliDate date = birthDate.date();
            birthDate.clearInvalid();
            return Optional.of(date);
        } catch (InvalidValueException invalid) {
            birthDate.setInvalid(FieldErrors.text(this, invalid));
            birthDate.focus();
            return Optional.empty();
        }
    }
}
