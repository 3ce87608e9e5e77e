package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.corebank.Account;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.Movement;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Loading;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/**
 * The main page: the way to one-time codes at the top (S12.2), what is new, then cards, accounts and their latest
 * movements (S1.11).
 */
@Route(value = "", layout = PortalLayout.class)
@Menu(title = "nav.home", order = 1, icon = "HOME")
@RolesAllowed("CUSTOMER")
@StyleSheet("ramzineh/cards.css")
class HomeView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int MOVEMENTS_SHOWN = 5;

    /** An account with what happened on it lately. */
    private record Statement(Account account, List<Movement> movements) {}

    private final transient CoreBank coreBank;
    private final transient Issuers issuers;

    HomeView(
            SignedInCustomer signedIn,
            Customers customers,
            Notices notices,
            Cards cards,
            CoreBank coreBank,
            Issuers issuers) {
        this.coreBank = coreBank;
        this.issuers = issuers;
        addClassName("stack");
        Customer customer = customers.byId(signedIn.require()).orElseThrow();
        add(new H1(getTranslation("home.greeting", customer.name().in(getLocale()))), shortcut());
        add(new NewsPanel(notices, customer.id()));
        add(section("home.cards", new Loading<>(() -> cards.of(customer.id()), this::cardStrip)));
        add(section("home.accounts", new Loading<>(() -> statements(customer), this::accountList)));
    }

    private Component shortcut() {
        Span title = new Span(getTranslation("home.shortcut"));
        title.addClassName("shortcut-title");
        Span text = new Span(getTranslation("home.shortcut.text"));
        text.addClassName("hint");
        Div words = new Div(title, text);
        words.addClassName("shortcut-words");
        Anchor shortcut = new Anchor(CardAddress.activationPage(), Glyph.QR.create(), words, Glyph.NEXT.create());
        shortcut.setId("home-activate");
        shortcut.addClassName("shortcut");
        return shortcut;
    }

    private Section section(String titleKey, Component content) {
        Section section = new Section(new H2(getTranslation(titleKey)), content);
        section.addClassName("stack-section");
        return section;
    }

    private Component cardStrip(List<CardOverview> found) {
        if (found.isEmpty()) {
            return StatePanel.empty(Glyph.CARD, getTranslation("cards.empty"), getTranslation("cards.empty.text"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("card-tiles");
        found.forEach(card -> list.add(new CardTile(card, issuers)));
        return list;
    }

    private List<Statement> statements(Customer customer) {
        return coreBank.accounts(customer.nationalId()).stream()
                .map(account -> new Statement(account, coreBank.movements(account, MOVEMENTS_SHOWN)))
                .toList();
    }

    private Component accountList(List<Statement> statements) {
        if (statements.isEmpty()) {
            return StatePanel.empty(
                    Glyph.ACTIVITY, getTranslation("accounts.empty"), getTranslation("accounts.empty.text"));
        }
        Div list = new Div();
        list.addClassName("accounts");
        statements.forEach(
                statement -> list.add(new AccountPanel(statement.account(), statement.movements(), issuers)));
        return list;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("nav.home");
    }
}
