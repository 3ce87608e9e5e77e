package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.StatePanel;
import java.util.List;

/** First step of an activation: which card (S12.3). Cards that cannot have codes are not offered, and it is said why. */
class ActivationCardStep extends Div {
    private static final long serialVersionUID = 1L;

    ActivationCardStep(List<CardOverview> cards, Issuers issuers) {
        addClassName("stack-section");
        List<CardOverview> usable = cards.stream()
                .filter(card -> !card.gift() && !card.expired() && card.active())
                .toList();
        add(new H2(getTranslation("activation.choose-card")));
        if (usable.isEmpty()) {
            add(StatePanel.empty(
                    Glyph.CARD, getTranslation("activation.no-card"), getTranslation("activation.no-card.text")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("card-tiles", "card-tiles-wrap");
        usable.forEach(card -> {
            Anchor choose = new Anchor(
                    CardAddress.activationPage(card.id()),
                    new CardArt(card, issuers.byKey(card.issuerKey()).orElse(null)));
            choose.setId(ActivationView.cardChoiceId(card.id()));
            choose.addClassName("card-tile-art");
            list.add(new ListItem(choose));
        });
        add(list);
        if (usable.size() < cards.size()) {
            Paragraph left = new Paragraph(getTranslation("activation.left-out"));
            left.addClassName("hint");
            add(left);
        }
    }
}
