package ir.ramzineh.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.QrHandover;
import ir.ramzineh.token.ResendOutcome;
import ir.ramzineh.ui.Countdown;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.QrPanel;
import ir.ramzineh.ui.Toast;
import java.time.Clock;
import java.util.Locale;

/**
 * What the phone must read: the QR with its visible life, what to type where no camera helps, and the link for a phone
 * that shows this very page. Leaves the page for good when its time is over or the phone has read it.
 */
class HandoverPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Activation activation;
    private final transient CustomerId customer;
    private final transient Activations activations;
    private final Div secret = new Div();

    HandoverPanel(
            Activation activation, QrHandover content, CustomerId customer, Activations activations, Clock clock) {
        this.activation = activation;
        this.customer = customer;
        this.activations = activations;
        addClassNames("surface", "handover");
        secret.addClassName("handover-secret");
        QrPanel qr = new QrPanel(content.image().svg(), getTranslation("activation.qr"));
        qr.setId("activation-qr");
        Countdown left = new Countdown(clock, activation.visibleUntil())
                .withPattern(getTranslation("activation.qr.left"))
                .whenFinished(this::timeIsOver);
        left.setId("activation-countdown");
        secret.add(qr, left);
        content.typed().ifPresent(typed -> secret.add(typed(typed)));
        secret.add(openOnThisPhone(content.link()));
        if (activation.way() != ActivationWay.STANDARD_QR) {
            secret.add(app());
        }
        add(secret, instructions());
        if (activation.way() == ActivationWay.SCREEN_AND_SMS || activation.way() == ActivationWay.QR_AND_SMS) {
            add(resend());
        }
    }

    /** The phone has read it: nobody else shall. */
    void scanned() {
        secret.removeAll();
        secret.setVisible(false);
    }

    private void timeIsOver() {
        secret.removeAll();
        Anchor again = new Anchor(
                CardAddress.activationPage(activation.card(), activation.kind()), getTranslation("activation.again"));
        again.setId("activation-qr-again");
        again.addClassName("button-link");
        secret.add(new Notice(Notice.Kind.WARNING, new Paragraph(getTranslation("activation.qr.over")), again));
    }

    private Div typed(String typed) {
        Paragraph label = new Paragraph(getTranslation(
                activation.way() == ActivationWay.STANDARD_QR ? "activation.typed.key" : "activation.typed.part"));
        label.addClassName("hint");
        LtrText value = LtrText.verbatim(typed);
        value.setId("activation-typed");
        value.addClassName("typed-part");
        Button copy = new Button(getTranslation("action.copy"), Glyph.COPY.create(), click -> {
            UI.getCurrentOrThrow()
                    .getPage()
                    .executeJs(
                            "navigator.clipboard && navigator.clipboard.writeText(document.getElementById('activation-typed').textContent)");
            Toast.success(getTranslation("action.copied"));
        });
        copy.setId("activation-typed-copy");
        copy.addThemeNames("tertiary");
        Div panel = new Div(label, value, copy);
        panel.addClassName("typed");
        return panel;
    }

    private Anchor openOnThisPhone(String link) {
        // The link is ours; Vaadin's own check would put a refused otpauth: link, key included, into a log.
        Anchor open = new Anchor("", getTranslation("activation.open-here"));
        open.setUnsafeHref(link);
        open.setId("activation-open-here");
        open.setRouterIgnore(true);
        open.addClassName("phone-only");
        return open;
    }

    /** The app in the browser, for whoever has none yet. */
    private Anchor app() {
        Anchor app = new Anchor("ramzna/", getTranslation("activation.ramzna"));
        app.setId("activation-ramzna");
        app.setTarget(AnchorTarget.BLANK);
        app.setRouterIgnore(true);
        return app;
    }

    private OrderedList instructions() {
        String way = activation.way().name().toLowerCase(Locale.ROOT).replace('_', '-');
        OrderedList list = new OrderedList();
        list.addClassName("instructions");
        for (int line = 1; line <= 3; line++) {
            list.add(new ListItem(getTranslation(
                    "activation.do." + way + "." + line, Formats.current().number(activation.digits()))));
        }
        return list;
    }

    private Button resend() {
        Button resend = new Button(getTranslation("activation.resend"), click -> {
            switch (activations.resend(customer, activation.id())) {
                case ResendOutcome.Sent() -> Toast.success(getTranslation("activation.resent"));
                case ResendOutcome.Wait(var time) ->
                    Toast.failure(
                            getTranslation("activation.wait", Formats.current().duration(time)));
                case ResendOutcome.Nothing() -> Toast.failure(getTranslation("activation.resend.nothing"));
            }
        });
        resend.setId("activation-resend");
        resend.addThemeNames("tertiary");
        return resend;
    }
}
