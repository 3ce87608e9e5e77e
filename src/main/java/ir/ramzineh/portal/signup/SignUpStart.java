package ir.ramzineh.portal.signup;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.MobileField;
import ir.ramzineh.ui.NationalIdField;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Step 1 (S1.2): national ID and mobile number. */
class SignUpStart extends StepForm {
    private static final long serialVersionUID = 1L;

    private final NationalIdField nationalId = new NationalIdField(getTranslation("field.national-id"));
    private final MobileField mobile = new MobileField(getTranslation("field.mobile"));

    SignUpStart(BiConsumer<NationalId, MobileNumber> send) {
        super(Keys.text("sign-up.start.title"), Keys.text("sign-up.start.text"));
        nationalId.setId("sign-up-national-id");
        nationalId.setHelperText(getTranslation("field.national-id.hint"));
        mobile.setId("sign-up-mobile");
        mobile.setHelperText(getTranslation("field.mobile.hint"));
        add(nationalId, mobile, submit("sign-up-start", getTranslation("sign-up.start.submit"), () -> send(send)));
    }

    private void send(BiConsumer<NationalId, MobileNumber> send) {
        // The mobile number is read first, so that the focus ends at the first field that is wrong.
        Optional<MobileNumber> number = FieldErrors.read(mobile, mobile::mobile);
        Optional<NationalId> id = FieldErrors.read(nationalId, nationalId::nationalId);
        if (id.isPresent() && number.isPresent()) {
            send.accept(id.get(), number.get());
        }
    }
}
