package ir.ramzineh.portal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.ActivationState;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.ProofOutcome;
import ir.ramzineh.token.Subscription;
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Loading;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.StatePanel;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Last step: what the phone must read, shown once, and the first code that proves it did. Listens for the phone and
 * changes by itself when the phone has scanned or finished.
 */
class ActivationProofStep extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Activation activation;
    private final transient CardOverview card;
    private final transient CustomerId customer;
    private final transient Activations activations;
    private final transient Optional<IssuerProfile> issuer;
    private final transient Clock clock;
    private final Div progress = new Div();
    private final CodeField code;
    private transient @Nullable Subscription subscription;
    private @Nullable HandoverPanel handover;

    ActivationProofStep(
            Activation activation,
            CardOverview card,
            CustomerId customer,
            Activations activations,
            Issuers issuers,
            Clock clock) {
        this.activation = activation;
        this.card = card;
        this.customer = customer;
        this.activations = activations;
        this.issuer = issuers.byKey(card.issuerKey());
        this.clock = clock;
        this.code = new CodeField(getTranslation("activation.code"), activation.digits(), activation.digits());
        addClassName("stack-section");
        progress.setId("activation-progress");
        progress.getElement().setAttribute("aria-live", "polite");
        show(activation.state());
    }

    private void show(ActivationState state) {
        removeAll();
        if (state == ActivationState.PROVEN) {
            add(done());
        } else if (state.isOver()) {
            add(over(state));
        } else {
            handover = activations
                    .takeQr(customer, activation.id())
                    .map(content -> new HandoverPanel(activation, content, customer, activations, clock))
                    .orElse(null);
            add(new H2(getTranslation("activation.scan")), progress);
            add(handover == null ? new Notice(Notice.Kind.INFO, getTranslation("activation.shown-before")) : handover);
            add(proof());
        }
    }

    private Component proof() {
        code.setId("activation-code");
        code.setHelperText(
                getTranslation("activation.code.help", Formats.current().number(activation.digits())));
        Button prove = new Button(getTranslation("activation.prove"), click -> prove());
        prove.setId("activation-prove");
        prove.addThemeNames("primary");
        prove.addClassName("grow");
        code.addKeyPressListener(Key.ENTER, pressed -> prove());
        Button cancel = new Button(getTranslation("activation.cancel"), click -> {
            activations.cancel(customer, activation.id());
            UI.getCurrentOrThrow().navigate(CardAddress.cardPage(card.id()));
        });
        cancel.setId("activation-cancel");
        Div row = new Div(prove, cancel);
        row.addClassName("button-row");
        Paragraph safe = new Paragraph(getTranslation("activation.nothing-yet"));
        safe.addClassName("hint");
        Div panel = new Div(new H2(getTranslation("activation.first-code")), safe, code, row);
        panel.addClassNames("surface", "proof");
        return panel;
    }

    private void prove() {
        Optional<String> typed = code.code();
        if (typed.isEmpty()) {
            FieldErrors.show(
                    code,
                    getTranslation("activation.code.digits", Formats.current().number(activation.digits())));
            return;
        }
        switch (activations.prove(customer, activation.id(), typed.get())) {
            case ProofOutcome.Proven proven -> show(ActivationState.PROVEN);
            case ProofOutcome.Wrong(int left) -> {
                code.clear();
                FieldErrors.show(
                        code,
                        getTranslation(
                                "activation.code.wrong", Formats.current().number(left)));
            }
            case ProofOutcome.Over(ActivationState state) -> show(state);
        }
    }

    private Component done() {
        StatePanel panel = StatePanel.success(
                getTranslation(
                        "activation.done",
                        getTranslation(PasswordBadge.nameKey(activation.kind())),
                        Formats.current().digits(card.lastFour())),
                issuer.map(profile -> profile.activatedText(activation.kind()).in(getLocale()))
                        .orElse(""));
        panel.setId("activation-done");
        panel.addClassName("surface");
        if (activation.kind() == PasswordKind.SECOND) {
            issuer.ifPresent(profile -> panel.add(
                    new Notice(Notice.Kind.INFO, profile.financialOnlyText().in(getLocale()))));
        }
        Anchor toCard = new Anchor(CardAddress.cardPage(card.id()), getTranslation("activation.to-card"));
        toCard.setId("activation-to-card");
        toCard.addClassNames("button-link", "button-link-primary");
        Anchor another = new Anchor(CardAddress.activationPage(), getTranslation("activation.another"));
        another.setId("activation-another");
        another.addClassName("button-link");
        return panel.with(toCard, another);
    }

    private Component over(ActivationState state) {
        StatePanel panel = StatePanel.error(
                getTranslation("activation.over." + state.name().toLowerCase(java.util.Locale.ROOT)),
                getTranslation("activation.over.text"));
        panel.setId("activation-over");
        panel.addClassName("surface");
        Anchor again = new Anchor(
                CardAddress.activationPage(card.id(), activation.kind()), getTranslation("activation.again"));
        again.setId("activation-again");
        again.addClassNames("button-link", "button-link-primary");
        return panel.with(again);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        UI ui = attached.getUI();
        subscription =
                activations.onChange(customer, activation.id(), state -> Loading.inPage(ui, () -> phoneReports(state)));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Subscription open = subscription;
        subscription = null;
        if (open != null) {
            open.close();
        }
        super.onDetach(detached);
    }

    private void phoneReports(ActivationState state) {
        boolean scanned = state == ActivationState.SCANNED || state == ActivationState.CLAIMED;
        if (state.isOver()) {
            if (code.isAttached()) {
                show(state);
            }
        } else if (scanned) {
            if (handover != null) {
                handover.scanned();
            }
            progress.removeAll();
            progress.add(new Notice(
                    Notice.Kind.SUCCESS,
                    getTranslation(state == ActivationState.SCANNED ? "activation.scanned" : "activation.claimed")));
        }
    }
}
