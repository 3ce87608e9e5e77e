package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Loading;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All cards of the customer, of whatever bank (S0.12), each with the state of both passwords and the next step. */
@Route(value = "cards", layout = PortalLayout.class)
@Menu(title = "nav.cards", order = 2, icon = "CARD")
@RolesAllowed("CUSTOMER")
@StyleSheet("ramzineh/cards.css")
class CardsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Issuers issuers;

    CardsView(SignedInCustomer signedIn, Cards cards, Issuers issuers) {
        this.issuers = issuers;
        addClassName("stack");
        CustomerId customer = signedIn.require();
        add(new H1(getTranslation("cards.title")), new Loading<>(() -> cards.of(customer), this::list));
    }

    private Component list(List<CardOverview> found) {
        if (found.isEmpty()) {
            return StatePanel.empty(Glyph.CARD, getTranslation("cards.empty"), getTranslation("cards.empty.text"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("card-tiles", "card-tiles-wrap");
        found.forEach(card -> list.add(new CardTile(card, issuers)));
        return list;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("cards.title");
    }
}
