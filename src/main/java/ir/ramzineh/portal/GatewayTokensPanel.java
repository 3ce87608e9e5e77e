package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.OwnGatewayTokens;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Toast;
import java.util.List;

/** The customer's own account tokens (S10.19): their state, what they count for, and their end. */
class GatewayTokensPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient OwnGatewayTokens tokens;
    private final transient Runnable changed;
    private final CustomerId customer;
    private final Div list = new Div();

    /** @param changed what else of the page depends on the tokens */
    GatewayTokensPanel(OwnGatewayTokens tokens, CustomerId customer, Runnable changed) {
        this.tokens = tokens;
        this.customer = customer;
        this.changed = changed;
        setId("security-gateway-tokens");
        addClassName("surface");
        Paragraph hint = new Paragraph(getTranslation("gateway.own.hint"));
        hint.addClassName("hint");
        add(new H2(getTranslation("gateway.title")), hint, list);
        show();
    }

    private void show() {
        list.removeAll();
        List<GatewayToken> own = tokens.of(customer);
        if (own.isEmpty()) {
            list.add(new Paragraph(getTranslation("gateway.none")));
        }
        own.forEach(token -> list.add(item(token)));
    }

    private Component item(GatewayToken token) {
        String id = "gateway-token-" + token.id().value();
        Div item = new Div(new H3(
                new LtrText("•••• " + token.lastFour()),
                new Span(" · " + getTranslation("gateway.state." + token.state().key()))));
        item.setId(id);
        token.links()
                .forEach(link -> item.add(new Paragraph(getTranslation(
                        link.lockedAt() == null ? "gateway.linked" : "gateway.linked-locked",
                        getTranslation("activity-detail.scope." + link.scope().key()),
                        Formats.current().dateTime(link.linkedAt())))));
        if (token.activatedAt() != null && token.links().isEmpty()) {
            item.add(new Paragraph(getTranslation("gateway.not-linked")));
        }
        Button delete = new Button(
                getTranslation("gateway.own.delete"),
                click -> Confirmation.ask(
                        id + "-delete-question",
                        getTranslation("gateway.own.delete"),
                        getTranslation("gateway.own.delete.happens"),
                        getTranslation("gateway.own.delete.remains"),
                        getTranslation("gateway.own.delete"),
                        () -> {
                            if (tokens.delete(customer, token.id())) {
                                Toast.success(getTranslation("notice.gateway.deleted.title"));
                            }
                            show();
                            changed.run();
                        }));
        delete.setId(id + "-delete");
        item.add(delete);
        return item;
    }
}
