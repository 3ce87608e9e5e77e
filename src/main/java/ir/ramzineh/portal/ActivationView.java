package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.ActivationId;
import ir.ramzineh.token.Activations;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;

/**
 * «فعال‌سازی رمز یکبار مصرف کارت» (S1.12): card, password, way, then scan and prove. Each step has an address of its own,
 * so Back, reload and a second tab lead where they should; what may be seen once is never part of an address.
 */
@Route(value = "activate", layout = PortalLayout.class)
@RouteAlias(value = "activate/:card" + CardAddress.ID_PATTERN, layout = PortalLayout.class)
@RouteAlias(value = "activate/:card" + CardAddress.ID_PATTERN + "/:kind(first|second)", layout = PortalLayout.class)
@RouteAlias(
        value = "activate/:card" + CardAddress.ID_PATTERN + "/:kind(first|second)/:activation" + CardAddress.ID_PATTERN,
        layout = PortalLayout.class)
@Menu(title = "nav.activate", order = 3, icon = "QR")
@RolesAllowed("CUSTOMER")
@StyleSheet("ramzineh/cards.css")
class ActivationView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Cards cards;
    private final transient Activations activations;
    private final transient Issuers issuers;
    private final transient Clock clock;
    private final transient CustomerId customer;

    ActivationView(SignedInCustomer signedIn, Cards cards, Activations activations, Issuers issuers, Clock clock) {
        this.cards = cards;
        this.activations = activations;
        this.issuers = issuers;
        this.clock = clock;
        this.customer = signedIn.require();
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        try {
            Optional<CardOverview> card = CardAddress.card(parameters).map(id -> cards.one(customer, id));
            Optional<PasswordKind> kind = CardAddress.kind(parameters);
            removeAll();
            add(new H1(getTranslation("activation.title")));
            if (card.isEmpty()) {
                add(steps(1), new ActivationCardStep(cards.of(customer), issuers));
            } else if (kind.isEmpty()) {
                add(steps(2), chosen(card.get()), new ActivationKindStep(card.get(), issuers));
            } else {
                Optional<ActivationId> id = CardAddress.activation(parameters);
                Optional<Activation> activation = id.flatMap(known -> activations.find(customer, known))
                        .filter(known -> known.card().equals(card.get().id()) && known.kind() == kind.get());
                if (id.isPresent() && activation.isEmpty()) {
                    event.rerouteToError(NotFoundException.class);
                    return;
                }
                showFrom(card.get(), kind.get(), activation);
            }
        } catch (CardNotFoundException unknown) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void showFrom(CardOverview card, PasswordKind kind, Optional<Activation> activation) {
        Component step = activation.isPresent()
                ? new ActivationProofStep(activation.get(), card, customer, activations, issuers, clock)
                : new ActivationWayStep(card, kind, customer, activations, issuers);
        add(steps(activation.isPresent() ? 4 : 3), chosen(card), step);
    }

    private Component chosen(CardOverview card) {
        Div art = new Div(new CardArt(card, issuers.byKey(card.issuerKey()).orElse(null)));
        art.addClassName("activation-chosen");
        return art;
    }

    private OrderedList steps(int current) {
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        list.getElement().setAttribute("aria-label", getTranslation("activation.steps"));
        for (int step = 1; step <= 4; step++) {
            ListItem item = new ListItem(new Span(getTranslation("activation.step." + step)));
            item.addClassName(step < current ? "done" : step == current ? "current" : "ahead");
            if (step == current) {
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        }
        return list;
    }

    /** A choice as a large link: what it is, and what follows from it. */
    static Anchor choice(String id, String target, Component picture, String title, String text) {
        Span heading = new Span(title);
        heading.addClassName("choice-title");
        Span words = new Span(text);
        words.addClassName("hint");
        Div body = new Div(heading, words);
        body.addClassName("choice-words");
        Anchor choice = new Anchor(target, picture, body);
        choice.setId(id);
        choice.addClassName("choice");
        return choice;
    }

    static String cardChoiceId(CardId card) {
        return "activation-card-" + card.value();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("activation.title");
    }
}
