package ir.ramzineh.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.StartOutcome;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.StatePanel;
import java.util.List;
import java.util.Locale;

/** Third step: the way, out of those that the card's issuer offers; pressing one begins the activation (S1.13). */
class ActivationWayStep extends Div {
    private static final long serialVersionUID = 1L;

    private final transient CardOverview card;
    private final transient PasswordKind kind;
    private final transient CustomerId customer;
    private final transient Activations activations;
    private final Div messages = new Div();

    ActivationWayStep(
            CardOverview card, PasswordKind kind, CustomerId customer, Activations activations, Issuers issuers) {
        this.card = card;
        this.kind = kind;
        this.customer = customer;
        this.activations = activations;
        addClassName("stack-section");
        messages.getElement().setAttribute("aria-live", "polite");
        List<ActivationWay> ways = activations.ways(customer, card.id(), kind);
        if (ways.isEmpty()) {
            add(StatePanel.empty(
                    Glyph.CARD, getTranslation("activation.no-way"), getTranslation("activation.no-way.text")));
            return;
        }
        Div choices = new Div();
        choices.addClassName("choices");
        ways.forEach(way -> choices.add(choice(way)));
        add(new H2(getTranslation("activation.choose-way")), messages, choices);
        issuers.byKey(card.issuerKey())
                .map(IssuerProfile::safetyNotice)
                .ifPresent(notice -> add(new Notice(Notice.Kind.INFO, notice.in(getLocale()))));
    }

    private Button choice(ActivationWay way) {
        String word = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Span title = new Span(getTranslation("activation.way." + word));
        title.addClassName("choice-title");
        Span text = new Span(getTranslation("activation.way." + word + ".text"));
        text.addClassName("hint");
        Div words = new Div(title, text);
        words.addClassName("choice-words");
        Div content = new Div(
                (way == ActivationWay.SCREEN_AND_SMS ? Glyph.MESSAGE : Glyph.QR).create(), words, Glyph.NEXT.create());
        content.addClassName("choice-content");
        Button choice = new Button(content, click -> start(way));
        choice.setId("activation-way-" + word);
        choice.addClassNames("choice", "choice-button");
        choice.setDisableOnClick(true);
        choice.addClickListener(click -> choice.setEnabled(true));
        return choice;
    }

    private void start(ActivationWay way) {
        messages.removeAll();
        switch (activations.start(customer, card.id(), kind, way)) {
            case StartOutcome.Started(var activation) ->
                UI.getCurrentOrThrow().navigate(CardAddress.activationPage(card.id(), kind, activation.id()));
            case StartOutcome.Refused(String key) -> messages.add(new Notice(Notice.Kind.ERROR, getTranslation(key)));
            case StartOutcome.Later(var from) -> {
                Notice later = new Notice(
                        Notice.Kind.WARNING,
                        getTranslation("activation.later", Formats.current().dateTime(from)));
                later.setId("activation-later");
                messages.add(later);
            }
            case StartOutcome.Wait(var time) ->
                messages.add(new Notice(
                        Notice.Kind.WARNING,
                        getTranslation("activation.wait", Formats.current().duration(time))));
        }
    }
}
