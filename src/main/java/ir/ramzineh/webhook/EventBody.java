package ir.ramzineh.webhook;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.RecordedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a receiver reads: type, time and ids as the Standard Webhooks specification lays them out. Of the details only
 * those go out that are words of ours, amounts or the last digits of a card; names people gave, addresses and merchants
 * stay.
 */
final class EventBody {
    static final String TEST = "webhook.test";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TOLD = Set.of(
            "amount",
            "approval",
            "by",
            "card",
            "channel",
            "channels",
            "from",
            "job",
            "kind",
            "language",
            "left",
            "permission",
            "reason",
            "rows",
            "seconds",
            "state",
            "types",
            "until",
            "version",
            "webhook");

    /** Of these only a word of ours goes out; a member of staff may have written something, or be named. */
    private static final Set<String> WORDS = Set.of("by", "from", "reason");

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{0,39}");

    private EventBody() {}

    static String of(RecordedEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("event", Long.toString(event.id()));
        data.put("actor", actor(event.actor()));
        if (event.customer() != null) {
            data.put("customer", Long.toString(event.customer().value()));
        }
        if (event.card() != null) {
            data.put("card", Long.toString(event.card().value()));
        }
        Map<String, String> details = new TreeMap<>(event.details());
        details.keySet().retainAll(TOLD);
        details.entrySet()
                .removeIf(detail -> WORDS.contains(detail.getKey())
                        && !WORD.matcher(detail.getValue()).matches());
        data.put("details", details);
        return body(event.kind(), event.at(), data);
    }

    static String test(long id, Instant at) {
        return body(TEST, at, Map.of("event", Long.toString(id)));
    }

    private static String body(String type, Instant at, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }

    /** The kind of the actor; a user name is a person's. */
    private static String actor(Actor actor) {
        return switch (actor) {
            case Actor.Customer customer -> "customer";
            case Actor.Channel channel -> "channel";
            case Actor.Staff staff -> "staff";
            case Actor.Portal() -> "portal";
            case Actor.Anonymous() -> "anonymous";
        };
    }
}
