package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.gatewaytoken.GatewayReason;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.gatewaytoken.RecentGatewayCode;
import ir.ramzineh.ui.Formats;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of the newest codes that channels sent: when, for what, and why they were refused (S10.3, S10.4). */
class TokenCodes extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MAX = 5;

    private TokenCodes(String id, String key, List<RecentGatewayCode> codes) {
        setId(id);
        String title = getTranslation(key);
        Paragraph head = new Paragraph(title);
        head.addClassName("hint");
        UnorderedList lines = new UnorderedList();
        lines.addClassName("gateway-events");
        lines.getElement().setAttribute("aria-label", title);
        codes.forEach(code -> lines.add(line(code)));
        add(head, lines);
    }

    /**
     * Of one token, or of none; empty where no code came.
     *
     * @param token {@code null}: codes for what nothing was linked to
     * @param title key of the text above the list
     * @param recent of all tokens of the customer, the newest first
     */
    static Optional<TokenCodes> of(
            String id, String title, List<RecentGatewayCode> recent, @Nullable GatewayTokenId token) {
        List<RecentGatewayCode> codes = recent.stream()
                .filter(code -> Objects.equals(code.token(), token))
                .limit(SHOWN_MAX)
                .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(new TokenCodes(id, title, codes));
    }

    private ListItem line(RecentGatewayCode code) {
        Span time = new Span(Formats.current().dateTime(code.at()));
        time.addClassName("gateway-event-time");
        Span reason = new Span(getTranslation(code.reason().key()));
        reason.addClassName(code.reason() == GatewayReason.ACCEPTED ? "desk-good" : "desk-bad");
        return new ListItem(
                time,
                new Span(getTranslation("activity-detail.scope." + code.scope().key())),
                reason);
    }
}
