package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.corebank.Account;
import ir.ramzineh.corebank.Movement;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import java.util.List;
import java.util.Locale;

/** An account: kind, bank, number, balance and the latest movements. Read only (S1.11). */
class AccountPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats = Formats.current();

    AccountPanel(Account account, List<Movement> movements, Issuers issuers) {
        addClassNames("surface", "account");
        String bank = issuers.byKey(account.bank())
                .map(issuer -> issuer.name().in(getLocale()))
                .orElse(account.bank());
        H3 title = new H3(getTranslation("account-kind." + account.kind().name().toLowerCase(Locale.ROOT)));
        Span where =
                new Span(new Span(bank + " · "), new LtrText(account.number().digits()));
        where.addClassName("hint");
        Span balance = new Span(formats.money(account.balance()));
        balance.addClassName("balance");
        Div head = new Div(new Div(title, where), balance);
        head.addClassName("account-head");
        add(head, movements.isEmpty() ? none() : list(movements));
    }

    private Paragraph none() {
        Paragraph none = new Paragraph(getTranslation("account.no-movements"));
        none.addClassName("hint");
        return none;
    }

    private UnorderedList list(List<Movement> movements) {
        UnorderedList list = new UnorderedList();
        list.addClassName("movements");
        list.getElement().setAttribute("aria-label", getTranslation("account.movements"));
        movements.forEach(movement -> list.add(row(movement)));
        return list;
    }

    private ListItem row(Movement movement) {
        Span party = new Span(movement.party().in(getLocale()));
        Span when = new Span(
                getTranslation("movement-kind." + movement.kind().name().toLowerCase(Locale.ROOT)) + " · "
                        + formats.dateTime(movement.at()));
        when.addClassName("hint");
        boolean in = movement.direction() == Movement.Direction.IN;
        LtrText amount =
                new LtrText((in ? "+" : "−") + formats.amount(movement.amount().amount()));
        amount.addClassNames("movement-amount", in ? "movement-in" : "movement-out");
        Div words = new Div(party, when);
        words.addClassName("movement-words");
        return new ListItem(words, amount);
    }
}
