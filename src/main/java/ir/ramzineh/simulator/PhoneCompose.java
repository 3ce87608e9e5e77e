package ir.ramzineh.simulator;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes a message on the simulated phone: it goes in by the same door as one that a provider brings (S6.3). */
class PhoneCompose extends Div {
    private static final long serialVersionUID = 1L;

    private final transient IncomingMessages incoming;
    private final transient IdSource ids;
    private final transient Supplier<Optional<MobileNumber>> from;
    private final TextField to;
    private final TextField text;
    private final Paragraph sent = new Paragraph();

    /** @param from the phone that is open now */
    PhoneCompose(IncomingMessages incoming, IdSource ids, Supplier<Optional<MobileNumber>> from) {
        this.incoming = incoming;
        this.ids = ids;
        this.from = from;
        addClassNames("surface", "phone-chooser");
        to = new TextField(getTranslation("simulator.phone.to"));
        to.setId("simulator-to");
        to.addClassName("ltr-input");
        text = new TextField(getTranslation("simulator.phone.text"));
        text.setId("simulator-text");
        text.addKeyPressListener(Key.ENTER, pressed -> send());
        Button send = new Button(getTranslation("simulator.phone.send"), click -> send());
        send.setId("simulator-send");
        sent.setId("simulator-sent");
        sent.addClassName("hint");
        sent.getElement().setAttribute("aria-live", "polite");
        add(new H2(getTranslation("simulator.phone.compose")), to, text, send, sent);
    }

    private void send() {
        from.get()
                .filter(phone -> !to.getValue().isBlank() && !text.getValue().isBlank())
                .ifPresent(phone -> {
                    incoming.receive(new IncomingSms(
                            SimulatedSmsProvider.NAME,
                            Long.toString(ids.next()),
                            phone.e164(),
                            to.getValue(),
                            text.getValue()));
                    text.clear();
                    sent.setText(getTranslation("simulator.phone.sent"));
                });
    }
}
