package ir.ramzineh.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.ui.CardNumberField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.NativeInput;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** The card's data, in the order of real payment pages: number, CVV2, month, year, security code (2.2). */
class PaymentForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int PICTURE_MIN = 10_000;
    private static final int PICTURE_MAX = 100_000;

    /** What the customer typed, once it is complete. */
    record Typed(CardNumber card, String expiry) {}

    private final CardNumberField card;
    private final TextField cvv2;
    private final TextField month;
    private final TextField year;
    private final TextField picture;
    private final Span shown = new Span();
    private final transient Clock clock;
    private final transient SecureRandom random;
    private String expected = "";

    PaymentForm(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        addClassName("payment-form");
        card = new CardNumberField(getTranslation("simulator.payment.card"));
        card.setId("payment-card");
        cvv2 = digits("payment-cvv2", "simulator.payment.cvv2", 4);
        NativeInput.attributes(cvv2, "type", "password", "inputmode", "numeric", "autocomplete", "cc-csc");
        month = digits("payment-month", "simulator.payment.month", 2);
        year = digits("payment-year", "simulator.payment.year", 2);
        Div expiry = new Div(month, year);
        expiry.addClassName("payment-expiry");
        picture = digits("payment-picture", "simulator.payment.picture", 5);
        shown.setId("payment-picture-shown");
        shown.addClassNames("payment-picture", "ltr");
        shown.getElement().setAttribute("dir", "ltr");
        Div security = new Div(picture, shown);
        security.addClassName("payment-security");
        add(card, cvv2, expiry, security);
        newPicture();
    }

    private TextField digits(String id, String label, int lengthMax) {
        TextField field = new TextField(getTranslation(label));
        field.setId(id);
        field.addClassName("ltr-input");
        field.setMaxLength(lengthMax);
        field.setAllowedCharPattern("[0-9۰-۹٠-٩]");
        NativeInput.attributes(field, "inputmode", "numeric", "autocomplete", "off");
        return field;
    }

    /** What is typed, or nothing after the first wrong field has been marked. */
    Optional<Typed> read() {
        Optional<CardNumber> number = FieldErrors.read(card, card::cardNumber);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        boolean complete = FieldErrors.read(cvv2, () -> length(cvv2, 3, 4, "simulator.payment.cvv2.needed"))
                        .isPresent()
                && FieldErrors.read(month, this::monthTyped).isPresent()
                && FieldErrors.read(year, this::expiryTyped).isPresent()
                && FieldErrors.read(picture, this::pictureTyped).isPresent();
        return complete ? Optional.of(new Typed(number.get(), expiryTyped())) : Optional.empty();
    }

    /** What was typed before, after a reload. */
    void show(CardNumber known, String expiry) {
        card.setValue(known.digits());
        year.setValue(expiry.substring(2, 4));
        month.setValue(expiry.substring(5));
    }

    private static String length(TextField field, int min, int max, String error) {
        return Digits.code(field.getValue(), min, max).orElseThrow(() -> new InvalidValueException(error));
    }

    private int monthTyped() {
        int typed = Integer.parseInt(length(month, 1, 2, "simulator.payment.expiry.wrong"));
        if (typed < 1 || typed > 12) {
            throw new InvalidValueException("simulator.payment.expiry.wrong");
        }
        return typed;
    }

    /** Two digits of a Jalali year: 90 and above are of the last century. */
    private String expiryTyped() {
        int two = Integer.parseInt(length(year, 2, 2, "simulator.payment.expiry.wrong"));
        int full = two >= 90 ? 1300 + two : 1400 + two;
        JalaliDate today = JalaliDate.of(clock.instant().atZone(Formats.TEHRAN).toLocalDate());
        if (full * 12 + monthTyped() < today.year() * 12 + today.month()) {
            throw new InvalidValueException("simulator.payment.expired");
        }
        return String.format(Locale.ROOT, "%04d/%02d", full, monthTyped());
    }

    private String pictureTyped() {
        String typed = length(picture, 5, 5, "simulator.payment.picture.wrong");
        if (!typed.equals(expected)) {
            newPicture();
            picture.clear();
            throw new InvalidValueException("simulator.payment.picture.wrong");
        }
        return typed;
    }

    private void newPicture() {
        expected = Integer.toString(random.nextInt(PICTURE_MIN, PICTURE_MAX));
        shown.setText(Formats.current().digits(expected));
    }
}
