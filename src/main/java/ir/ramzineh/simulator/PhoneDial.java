package ir.ramzineh.simulator;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import java.util.Optional;
import java.util.function.Supplier;

/** Dials on the simulated phone and shows the screens that come back (S0.7). */
class PhoneDial extends Div {
    private static final long serialVersionUID = 1L;

    private final transient UssdClient client;
    private final transient Supplier<Optional<MobileNumber>> from;
    private final TextField input;
    private final Button send;
    private final Paragraph screen = new Paragraph();
    private String session = "";
    private String serviceCode = "";
    private int step;

    /** @param from the phone that is open now */
    PhoneDial(UssdClient client, Supplier<Optional<MobileNumber>> from) {
        this.client = client;
        this.from = from;
        addClassNames("surface", "phone-chooser");
        input = new TextField(getTranslation("simulator.ussd.dial"));
        input.setId("simulator-dial");
        input.addClassName("ltr-input");
        input.addKeyPressListener(Key.ENTER, pressed -> go());
        send = new Button(getTranslation("simulator.ussd.call"), click -> go());
        send.setId("simulator-call");
        screen.setId("simulator-ussd-screen");
        screen.addClassName("message-text");
        screen.getElement().setAttribute("dir", "auto");
        screen.getElement().setAttribute("aria-live", "polite");
        add(new H2(getTranslation("simulator.ussd.title")), input, send, screen);
    }

    private void go() {
        from.get().filter(phone -> !input.getValue().isBlank()).ifPresent(phone -> {
            String typed = input.getValue().strip();
            if (step == 0) {
                session = client.newSession();
                serviceCode = typed;
            }
            step++;
            show(phone, step == 1 ? "" : typed);
        });
    }

    private void show(MobileNumber phone, String typed) {
        try {
            UssdClient.Screen next = client.step(session, step, phone, serviceCode, typed);
            screen.setText(next.text());
            if (next.last()) {
                step = 0;
            }
        } catch (InvalidValueException failed) {
            screen.setText(getTranslation(failed.key()));
            step = 0;
        }
        input.clear();
        input.setLabel(getTranslation(step == 0 ? "simulator.ussd.dial" : "simulator.ussd.answer"));
        send.setText(getTranslation(step == 0 ? "simulator.ussd.call" : "simulator.phone.send"));
    }
}
