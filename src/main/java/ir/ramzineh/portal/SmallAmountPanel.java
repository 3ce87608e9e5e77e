package ir.ramzineh.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.smallamount.SmallAmounts;
import ir.ramzineh.smallamount.Standing;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Toast;

/** Small payments with the static password: what it means, what is left today, and the way in and out (I8). */
class SmallAmountPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient SmallAmounts smallAmounts;
    private final transient CustomerId customer;
    private final transient CardId card;

    SmallAmountPanel(SmallAmounts smallAmounts, CustomerId customer, CardId card) {
        this.smallAmounts = smallAmounts;
        this.customer = customer;
        this.card = card;
        setId("small-amounts");
        addClassNames("surface", "stack");
        show();
    }

    private void show() {
        removeAll();
        smallAmounts.of(customer, card).ifPresentOrElse(this::show, () -> setVisible(false));
    }

    private void show(Standing standing) {
        Formats formats = Formats.current();
        add(new H2(getTranslation("small-amounts.title")));
        if (!standing.consented()) {
            add(new Paragraph(getTranslation("small-amounts.off", formats.money(standing.limit()))));
            add(button("small-amounts-accept", "small-amounts.accept", () -> askForConsent(standing)));
            return;
        }
        Div meter = new Div();
        meter.addClassName("meter");
        meter.getElement().setAttribute("aria-hidden", "true");
        long percent =
                standing.left().amount() * 100 / Math.max(1, standing.limit().amount());
        meter.getElement().setAttribute("style", "--left: " + percent + "%");
        Paragraph left = new Paragraph(
                getTranslation("small-amounts.left", formats.money(standing.left()), formats.money(standing.limit())));
        left.setId("small-amounts-left");
        add(left, meter, button("small-amounts-withdraw", "small-amounts.withdraw", () -> accept(false)));
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(getTranslation(text), click -> action.run());
        button.setId(id);
        return button;
    }

    private void askForConsent(Standing standing) {
        Confirmation.ask(
                "small-amounts-risk",
                getTranslation("small-amounts.risk.title"),
                getTranslation("small-amounts.risk.text", Formats.current().money(standing.limit())),
                getTranslation("small-amounts.risk.remains"),
                getTranslation("small-amounts.risk.accept"),
                () -> accept(true));
    }

    private void accept(boolean accepted) {
        smallAmounts.accept(customer, card, accepted);
        show();
        Toast.info(getTranslation(accepted ? "small-amounts.accepted" : "small-amounts.withdrawn"));
    }
}
