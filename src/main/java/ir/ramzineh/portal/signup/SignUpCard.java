package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.ui.CardNumberField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Step 3 (S1.5): one card of the customer's own. */
class SignUpCard extends StepForm {
    private static final long serialVersionUID = 1L;

    private final CardNumberField card = new CardNumberField(getTranslation("field.card"));
    private final Paragraph tries = new Paragraph();

    SignUpCard(int triesLeft, Function<String, Optional<? extends Component>> bank, Consumer<CardNumber> send) {
        super(Keys.text("sign-up.card.title"), Keys.text("sign-up.card.text"));
        card.setId("sign-up-card");
        card.recognising(bank);
        tries.addClassName("hint");
        tries.setId("sign-up-card-tries");
        showTries(triesLeft);
        add(
                card,
                tries,
                submit(
                        "sign-up-check-card",
                        getTranslation("sign-up.card.submit"),
                        () -> FieldErrors.read(card, card::cardNumber).ifPresent(send)));
    }

    void wrong(int triesLeft) {
        showTries(triesLeft);
        FieldErrors.show(card, getTranslation("sign-up.card.wrong"));
    }

    private void showTries(int left) {
        tries.setText(getTranslation("sign-up.card.tries", Formats.current().number(left)));
    }
}
