package ir.ramzineh.simulator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.ui.CardNumberField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import java.util.Locale;
import java.util.Optional;

/** A simulated card switch: asks the portal over its public API whether a code is good, and shows the bare answer. */
@Route(value = "simulator/switch", layout = SimulatorLayout.class)
@AnonymousAllowed
class SwitchView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient SwitchClient client;
    private final CardNumberField card;
    private final RadioButtonGroup<PasswordKind> kind;
    private final TextField code;
    private final TextField amount;
    private final Div answer = new Div();
    private String requestId;

    SwitchView(SwitchClient client) {
        this.client = client;
        this.requestId = client.newRequestId();
        addClassName("switch-page");
        card = new CardNumberField(getTranslation("simulator.switch.card"));
        card.setId("switch-card");
        kind = new RadioButtonGroup<>(getTranslation("simulator.switch.kind"));
        kind.setId("switch-kind");
        kind.setItems(PasswordKind.SECOND, PasswordKind.FIRST);
        kind.setItemLabelGenerator(
                which -> getTranslation("simulator.switch.kind." + which.name().toLowerCase(Locale.ROOT)));
        kind.setValue(PasswordKind.SECOND);
        code = new TextField(getTranslation("simulator.switch.code"));
        code.setId("switch-code");
        code.addClassName("ltr-input");
        amount = new TextField(getTranslation("simulator.switch.amount"));
        amount.setId("switch-amount");
        amount.addClassName("ltr-input");
        amount.setValue("1500000");
        Button ask = new Button(getTranslation("simulator.switch.ask"), click -> ask(client.newRequestId()));
        ask.setId("switch-ask");
        ask.addThemeNames("primary");
        Button repeat = new Button(getTranslation("simulator.switch.repeat"), click -> ask(requestId));
        repeat.setId("switch-repeat");
        Div buttons = new Div(ask, repeat);
        buttons.addClassName("button-row");
        answer.setId("switch-answer");
        answer.getElement().setAttribute("aria-live", "polite");
        Paragraph intro = new Paragraph(getTranslation("simulator.switch.intro"));
        intro.addClassName("hint");
        Div form = new Div(
                new H1(getTranslation("simulator.switch.title")), intro, card, kind, code, amount, buttons, answer);
        form.addClassNames("surface", "switch-form");
        add(form);
    }

    private void ask(String id) {
        Optional<CardNumber> number = FieldErrors.read(card, () -> CardNumber.of(card.getValue()));
        Optional<Rial> rial = FieldErrors.read(amount, () -> Rial.of(amount.getValue()));
        if (number.isEmpty() || rial.isEmpty()) {
            return;
        }
        requestId = id;
        answer.removeAll();
        try {
            SwitchClient.Answer received = client.ask(id, number.get(), kind.getValue(), code.getValue(), rial.get());
            Pre body = new Pre(received.body());
            body.getElement().setAttribute("dir", "ltr");
            answer.add(
                    new Notice(
                            received.accepted() ? Notice.Kind.SUCCESS : Notice.Kind.WARNING,
                            getTranslation(
                                    received.accepted() ? "simulator.switch.accepted" : "simulator.switch.refused")),
                    body);
        } catch (InvalidValueException failed) {
            answer.add(new Notice(Notice.Kind.ERROR, getTranslation(failed.key())));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("simulator.switch.title");
    }
}
