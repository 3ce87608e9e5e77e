package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import ir.ramzineh.credential.RecoveryKind;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.ui.CardNumberField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.MobileField;
import ir.ramzineh.ui.NationalIdField;
import java.util.Optional;
import java.util.function.Consumer;

/** What was lost, and the three things that prove whose it is: mobile number, national ID, one card. */
class RecoveryStart extends StepForm {
    private static final long serialVersionUID = 1L;

    /** What the customer gave. */
    record Request(RecoveryKind kind, MobileNumber mobile, NationalId nationalId, CardNumber card) {}

    private final RadioButtonGroup<RecoveryKind> kind = new RadioButtonGroup<>(getTranslation("recovery.kind"));
    private final NationalIdField nationalId = new NationalIdField(getTranslation("field.national-id"));
    private final MobileField mobile = new MobileField(getTranslation("field.mobile"));
    private final CardNumberField card = new CardNumberField(getTranslation("field.card"));

    RecoveryStart(BankMarks banks, Consumer<Request> send) {
        super(Keys.text("recovery.start.title"), Keys.text("recovery.start.text"));
        kind.setId("recovery-kind");
        kind.setItems(RecoveryKind.PASSWORD, RecoveryKind.USER_NAME);
        kind.setValue(RecoveryKind.PASSWORD);
        kind.setItemLabelGenerator(item ->
                getTranslation(item == RecoveryKind.PASSWORD ? "recovery.kind.password" : "recovery.kind.user-name"));
        nationalId.setId("recovery-national-id");
        mobile.setId("recovery-mobile");
        card.setId("recovery-card");
        card.recognising(banks::of);
        add(
                kind,
                nationalId,
                mobile,
                card,
                submit("recovery-start", getTranslation("recovery.start.submit"), () -> send(send)));
    }

    private void send(Consumer<Request> send) {
        // From the last field to the first, so that the focus ends at the first one that is wrong.
        Optional<CardNumber> number = FieldErrors.read(card, card::cardNumber);
        Optional<MobileNumber> phone = FieldErrors.read(mobile, mobile::mobile);
        Optional<NationalId> id = FieldErrors.read(nationalId, nationalId::nationalId);
        if (number.isPresent() && phone.isPresent() && id.isPresent()) {
            send.accept(new Request(kind.getValue(), phone.get(), id.get(), number.get()));
        }
    }
}
