package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.PasswordOverview;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.PasswordKind;

/** One card in a list: its drawing, where its two passwords stand, and the next sensible step. */
class CardTile extends ListItem {
    private static final long serialVersionUID = 1L;

    CardTile(CardOverview card, Issuers issuers) {
        setId("card-" + card.id().value());
        addClassName("card-tile");
        Anchor art = new Anchor(
                CardAddress.cardPage(card.id()),
                new CardArt(card, issuers.byKey(card.issuerKey()).orElse(null)));
        art.setId("card-" + card.id().value() + "-open");
        art.addClassName("card-tile-art");
        Div states = new Div(state(card.second()), state(card.first()));
        states.addClassName("card-tile-states");
        add(art, states, NextStepLink.of(card, this));
    }

    private Div state(PasswordOverview password) {
        PasswordKind kind = password.kind();
        Div row = new Div(new Span(getTranslation(PasswordBadge.nameKey(kind))), new PasswordBadge(password));
        row.addClassName("card-tile-state");
        return row;
    }
}
