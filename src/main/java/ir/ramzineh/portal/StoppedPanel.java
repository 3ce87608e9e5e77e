package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.PasswordOverview;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Notice;
import java.util.List;

/** After "it was not me": what is stopped, what stands at the bank, and how to go on. */
class StoppedPanel extends Notice {
    private static final long serialVersionUID = 1L;
    private static final int CASES_SHOWN = 3;

    StoppedPanel(CardOverview card, List<FraudCase> open) {
        super(Kind.WARNING, content(card, open));
        setId("card-stopped");
    }

    static boolean concerns(CardOverview card, List<FraudCase> open) {
        return !open.isEmpty() && (card.first().frozen() || card.second().frozen());
    }

    private static Div content(CardOverview card, List<FraudCase> open) {
        Div content = new Div();
        content.addClassName("stopped");
        H2 title = new H2(content.getTranslation("stopped.title"));
        Paragraph what = new Paragraph(content.getTranslation("stopped.what"));
        OrderedList steps = new OrderedList();
        steps.addClassName("instructions");
        for (String step : List.of("call", "branch", "unfreeze")) {
            steps.add(new ListItem(content.getTranslation("stopped.step." + step)));
        }
        content.add(title, what);
        open.stream().limit(CASES_SHOWN).forEach(one -> content.add(line(content, one)));
        content.add(steps, actions(content, card));
        return content;
    }

    private static Paragraph line(Div page, FraudCase one) {
        Formats formats = Formats.current();
        Rial amount = one.amount();
        String merchant = one.merchant();
        String at = formats.dateTime(one.reportedAt());
        String text = amount == null || merchant == null
                ? page.getTranslation("stopped.case", at)
                : page.getTranslation("stopped.case.payment", at, formats.money(amount), merchant);
        Paragraph line = new Paragraph(text);
        line.addClassName("hint");
        return line;
    }

    private static Div actions(Div page, CardOverview card) {
        Div actions = new Div();
        actions.addClassName("button-row");
        for (PasswordKind kind : List.of(PasswordKind.SECOND, PasswordKind.FIRST)) {
            PasswordOverview password = card.password(kind);
            if (password.frozen()) {
                Anchor end = new Anchor(
                        CardAddress.settingsPage(card.id(), kind),
                        page.getTranslation("stopped.unfreeze." + CardAddress.word(kind)));
                end.setId("card-stopped-" + CardAddress.word(kind));
                end.addClassName("button-link");
                actions.add(end);
            }
        }
        return actions;
    }
}
