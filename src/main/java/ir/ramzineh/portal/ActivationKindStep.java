package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;

/** Second step: first or second password, each with what becomes of the static one (S0.5, S0.6, D9). */
class ActivationKindStep extends Div {
    private static final long serialVersionUID = 1L;

    ActivationKindStep(CardOverview card, Issuers issuers) {
        addClassName("stack-section");
        IssuerProfile issuer = issuers.byKey(card.issuerKey()).orElseThrow();
        Div choices = new Div(
                choice(card, issuer, PasswordKind.SECOND, Glyph.SHIELD),
                choice(card, issuer, PasswordKind.FIRST, Glyph.KEY));
        choices.addClassName("choices");
        add(new H2(getTranslation("activation.choose-kind")), choices);
    }

    private Anchor choice(CardOverview card, IssuerProfile issuer, PasswordKind kind, Glyph glyph) {
        PasswordProfile profile = issuer.password(kind);
        String word = CardAddress.word(kind);
        String text = getTranslation(
                        "activation.kind." + word, Formats.current().number(profile.digits()))
                + " "
                + getTranslation(profile.disablesStatic() ? "activation.static-ends" : "activation.static-stays");
        Anchor choice = ActivationView.choice(
                "activation-kind-" + word,
                CardAddress.activationPage(card.id(), kind),
                glyph.create(),
                getTranslation(PasswordBadge.nameKey(kind)),
                text);
        choice.add(new PasswordBadge(card.password(kind)));
        return choice;
    }
}
