package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.gatewaytoken.TokenEvent;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happened to a token: when, what, by whom, and why; read when somebody opens it, and not before. */
class TokenHistory extends NativeDetails {
    private static final long serialVersionUID = 1L;
    private static final Set<String> NOBODY_OF_STAFF = Set.of("customer", "phone", "portal");

    TokenHistory(Supplier<List<TokenEvent>> events) {
        setSummaryText(getTranslation("gateway.history"));
        addClassName("gateway-history");
        UnorderedList lines = new UnorderedList();
        lines.addClassName("gateway-events");
        setContent(lines);
        addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                lines.removeAll();
                events.get().forEach(event -> lines.add(line(event)));
            }
        });
    }

    private ListItem line(TokenEvent event) {
        ListItem line = new ListItem(
                part("gateway-event-time", Formats.current().dateTime(event.at())), new Span(what(event)), by(event));
        DeskReason reason = event.reason();
        if (reason != null) {
            line.add(new Span(getTranslation(reason.kind().key())));
            if (!reason.ticket().isEmpty()) {
                line.add(LtrText.verbatim(reason.ticket()));
            }
        } else if (!event.note().isEmpty()) {
            line.add(new Span(event.note()));
        }
        return line;
    }

    private String what(TokenEvent event) {
        String what = getTranslation("gateway.event." + event.kind());
        if (event.scopes().isEmpty()) {
            return what;
        }
        return what + ": "
                + Arrays.stream(event.scopes().split(","))
                        .map(LinkScope::valueOf)
                        .map(scope -> getTranslation("activity-detail.scope." + scope.key()))
                        .collect(Collectors.joining(getTranslation("gateway.list-comma")));
    }

    private Component by(TokenEvent event) {
        return NOBODY_OF_STAFF.contains(event.actor())
                ? new Span(getTranslation("gateway.actor." + event.actor()))
                : LtrText.verbatim(event.actor());
    }

    private static Span part(String className, String text) {
        Span part = new Span(text);
        part.addClassName(className);
        return part;
    }
}
