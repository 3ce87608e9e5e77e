package ir.ramzineh.simulator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.Countdown;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment page as the ones of 2.2: fields in their order, the button for the code with its countdown, keys on the
 * screen. The payment lives on the server, so neither reload nor Back nor another tab gives the countdown new time.
 */
@Route(value = "simulator/payment", layout = SimulatorLayout.class)
@AnonymousAllowed
class PaymentView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int CODE_MIN = 4;
    private static final int CODE_MAX = 12;

    private final transient Checkouts checkouts;
    private final transient PaymentClient codes;
    private final transient SwitchClient cardSwitch;
    private final transient PaymentQr pictures;
    private final transient Clock clock;
    private final transient TrainingScripts scripts;
    private final transient SecureRandom random;
    private final Div message = new Div();
    private final Div countdown = new Div();
    private final Div outcome = new Div();

    PaymentView(
            Checkouts checkouts,
            PaymentClient codes,
            SwitchClient cardSwitch,
            PaymentQr pictures,
            Clock clock,
            SecureRandom random,
            TrainingScripts scripts) {
        this.scripts = scripts;
        this.checkouts = checkouts;
        this.codes = codes;
        this.cardSwitch = cardSwitch;
        this.pictures = pictures;
        this.clock = clock;
        this.random = random;
        addClassName("payment-page");
        message.setId("payment-message");
        message.getElement().setAttribute("aria-live", "polite");
        countdown.setId("payment-countdown");
        outcome.setId("payment-outcome");
        outcome.getElement().setAttribute("aria-live", "assertive");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Checkout> checkout = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("pay")
                .flatMap(checkouts::find);
        show(checkout);
    }

    private void show(Optional<Checkout> checkout) {
        removeAll();
        if (checkout.isEmpty()) {
            add(over("simulator.payment.none"));
            return;
        }
        switch (checkout.get().state(clock.instant())) {
            case OPEN -> add(merchant(checkout.get()), form(checkout.get()));
            case PAID -> add(merchant(checkout.get()), paid());
            case CANCELLED -> add(merchant(checkout.get()), over("simulator.payment.cancelled"));
            case FAILED -> add(merchant(checkout.get()), over("simulator.payment.failed"));
        }
    }

    private Div merchant(Checkout checkout) {
        Formats formats = Formats.current();
        Div block = new Div(
                fact(
                        "simulator.payment.merchant",
                        getTranslation(checkout.shop().nameKey())),
                fact("simulator.payment.amount", formats.money(checkout.amount())),
                fact("simulator.payment.words", words(checkout)),
                fact("simulator.payment.facilitator", getTranslation("simulator.payment.facilitator.name")),
                fact(
                        "simulator.payment.merchant-id",
                        formats.digits(checkout.shop().merchantId())),
                fact(
                        "simulator.payment.terminal-id",
                        formats.digits(checkout.shop().terminalId())),
                fact("simulator.payment.site", checkout.shop().site()));
        block.addClassNames("surface", "payment-merchant");
        if (checkout.state(clock.instant()) == Checkout.State.OPEN) {
            Countdown left = new Countdown(clock, checkout.until().minus(Checkout.OPEN_FOR), checkout.until())
                    .withPattern(getTranslation("simulator.payment.time-left"))
                    .whenFinished(() -> show(Optional.of(checkout)));
            left.setId("payment-page-time");
            block.addComponentAsFirst(left);
            block.add(new PaymentForApp(pictures, checkout.transaction()));
        }
        return block;
    }

    private String words(Checkout checkout) {
        long toman = checkout.amount().amount() / 10;
        boolean persian = getLocale().getLanguage().equals("fa");
        return persian
                ? TomanWords.of(toman) + " تومان"
                : getTranslation("simulator.payment.toman", Formats.current().amount(toman));
    }

    private Div fact(String label, String value) {
        Span name = new Span(getTranslation(label));
        name.addClassName("hint");
        Span text = new Span(value);
        text.getElement().setAttribute("dir", "auto");
        Div fact = new Div(name, text);
        fact.addClassName("payment-fact");
        return fact;
    }

    private Div form(Checkout checkout) {
        PaymentForm card = new PaymentForm(clock, random);
        CodeField code = new CodeField(getTranslation("simulator.payment.code"), CODE_MIN, CODE_MAX);
        code.setId("payment-code");
        Button ask = new Button(getTranslation("simulator.payment.ask"));
        ask.setId("payment-ask");
        ask.addClickListener(click -> card.read().ifPresent(typed -> ask(checkout, typed, ask)));
        Div second = new Div(code, ask);
        second.addClassName("payment-second");
        Button pay = new Button(
                getTranslation("simulator.payment.pay", Formats.current().money(checkout.amount())));
        pay.setId("payment-pay");
        pay.addThemeNames("primary");
        pay.addClickListener(click -> pay(checkout, card, code));
        Button cancel = new Button(getTranslation("simulator.payment.cancel"), click -> {
            checkout.cancel();
            show(Optional.of(checkout));
        });
        cancel.setId("payment-cancel");
        Div buttons = new Div(pay, cancel);
        buttons.addClassName("button-row");
        Div form = new Div(
                new H1(getTranslation("simulator.payment.title")),
                new Notice(Notice.Kind.WARNING, getTranslation("simulator.payment.gift")),
                card,
                second,
                countdown,
                message,
                new NumberPad(code, random),
                outcome,
                buttons);
        form.addClassNames("surface", "payment-card-form");
        checkout.asked().ifPresent(press -> {
            card.show(press.card(), press.expiry());
            tell(ask, () -> codes.again(checkout, press));
        });
        return form;
    }

    private String merchantName(Checkout checkout) {
        return getTranslation(checkout.shop().nameKey());
    }

    private void ask(Checkout checkout, PaymentForm.Typed typed, Button button) {
        tell(button, () -> codes.ask(checkout, typed.card(), typed.expiry(), merchantName(checkout)));
    }

    /** One question to the payment company. */
    @FunctionalInterface
    private interface Question {
        PaymentClient.Requested ask();
    }

    private void tell(Button button, Question question) {
        message.removeAll();
        try {
            PaymentClient.Requested told = question.ask();
            countdown.removeAll();
            if (told.secondsLeft() == 0) {
                message.add(new Paragraph(getTranslation("simulator.payment.expired-code")));
                button.setText(getTranslation("simulator.payment.ask-again"));
                return;
            }
            boolean persian = getLocale().getLanguage().equals("fa");
            message.add(new Notice(Notice.Kind.INFO, persian ? told.messageFa() : told.messageEn()));
            message.add(new Paragraph(getTranslation(
                    "simulator.payment.requests-left", Formats.current().number(told.requestsLeft()))));
            countdown.add(running(told.secondsLeft(), button));
            button.setText(getTranslation("simulator.payment.ask-again"));
        } catch (InvalidValueException refused) {
            message.add(new Notice(Notice.Kind.WARNING, FieldErrors.text(this, refused)));
        }
    }

    private Countdown running(int secondsLeft, Button button) {
        Instant now = clock.instant();
        Instant end = now.plusSeconds(secondsLeft);
        return new Countdown(clock, end.minusSeconds(120), end)
                .withPattern(getTranslation("simulator.payment.code-time"))
                .whenFinished(() -> {
                    countdown.removeAll();
                    message.removeAll();
                    message.add(new Paragraph(getTranslation("simulator.payment.expired-code")));
                    button.setText(getTranslation("simulator.payment.ask-again"));
                });
    }

    private void pay(Checkout checkout, PaymentForm form, CodeField code) {
        outcome.removeAll();
        Optional<PaymentForm.Typed> typed = form.read();
        Optional<String> second = typed.isEmpty()
                ? Optional.empty()
                : FieldErrors.read(
                        code,
                        () -> code.code()
                                .orElseThrow(() -> new InvalidValueException("simulator.payment.code.length")));
        if (typed.isEmpty() || second.isEmpty()) {
            return;
        }
        try {
            boolean accepted = cardSwitch
                    .ask(
                            cardSwitch.newRequestId(),
                            typed.get().card(),
                            PasswordKind.SECOND,
                            second.get(),
                            scripts.charged(checkout.transaction()))
                    .accepted();
            checkout.tried(accepted);
            if (checkout.state(clock.instant()) != Checkout.State.OPEN) {
                show(Optional.of(checkout));
                return;
            }
            code.clear();
            outcome.add(new Notice(
                    Notice.Kind.ERROR,
                    getTranslation(
                            "simulator.payment.refused", Formats.current().number(checkout.triesLeft()))));
        } catch (InvalidValueException failed) {
            outcome.add(new Notice(Notice.Kind.ERROR, FieldErrors.text(this, failed)));
        }
    }

    private Div paid() {
        Div panel = new Div(new Notice(Notice.Kind.SUCCESS, getTranslation("simulator.payment.paid")), backToShop());
        panel.setId("payment-paid");
        panel.addClassNames("surface", "switch-form");
        return panel;
    }

    private Div over(String key) {
        Div panel =
                new Div(StatePanel.empty(Glyph.INFO, getTranslation(key), getTranslation(key + ".text")), backToShop());
        panel.setId("payment-over");
        panel.addClassNames("surface", "switch-form");
        return panel;
    }

    private Anchor backToShop() {
        Anchor back = new Anchor("simulator/shop", getTranslation("simulator.payment.back-to-shop"));
        back.addClassName("button-link");
        return back;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("simulator.payment.title");
    }
}
