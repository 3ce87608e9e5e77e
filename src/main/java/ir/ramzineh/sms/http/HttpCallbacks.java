package ir.ramzineh.sms.http;

import ir.ramzineh.sms.DeliveryReports;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.sms.SmsCallbacks;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what providers send. A request that is repeated, by the provider or by whoever recorded it, changes nothing: a
 * message has one end, and a message from a phone is dealt with once; an old one is refused for its age (case 20).
 */
@Component
class HttpCallbacks implements SmsCallbacks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REFERENCE_LENGTH_MAX = 100;

    private final Map<String, HttpSettings.Callback> byProvider = new ConcurrentHashMap<>();
    private final DeliveryReports reports;
    private final Function<IncomingSms, IncomingMessages.Result> incoming;
    private final Clock clock;

    @Autowired
    HttpCallbacks(DeliveryReports reports, IncomingMessages incoming, Clock clock) {
        this(reports, incoming::receive, clock);
    }

    HttpCallbacks(DeliveryReports reports, Function<IncomingSms, IncomingMessages.Result> incoming, Clock clock) {
        this.reports = reports;
        this.incoming = incoming;
        this.clock = clock;
    }

    /** Lets a provider send; one without a secret may not. */
    void open(String provider, HttpSettings.Callback callback) {
        if (!callback.secret().isEmpty()) {
            byProvider.put(provider, callback);
        }
    }

    @Override
    public Answer report(String provider, Signed request) {
        return read(provider, request, (callback, json) -> {
            String reference = text(json, callback.reference());
            String state = text(json, callback.state());
            if (reference == null || state == null || reference.length() > REFERENCE_LENGTH_MAX) {
                return Answer.MALFORMED;
            }
            boolean noted = true;
            if (callback.delivered().contains(state)) {
                noted = reports.delivered(provider, reference);
            } else if (callback.failed().contains(state)) {
                noted = reports.undeliverable(provider, reference, "http-" + state);
            }
            return noted ? Answer.DONE : Answer.LATER;
        });
    }

    @Override
    public Answer incoming(String provider, Signed request) {
        return read(provider, request, (callback, json) -> {
            String id = text(json, callback.incomingId());
            String from = text(json, callback.from());
            String to = text(json, callback.to());
            String text = text(json, callback.text());
            if (id == null || from == null || to == null || text == null) {
                return Answer.MALFORMED;
            }
            IncomingMessages.Result result = incoming.apply(new IncomingSms(provider, id, from, to, text));
            return result == IncomingMessages.Result.BUSY ? Answer.LATER : Answer.DONE;
        });
    }

    private Answer read(String provider, Signed request, BiFunction<HttpSettings.Callback, JsonNode, Answer> reader) {
        HttpSettings.Callback callback = byProvider.get(provider);
        if (callback == null
                || request.body().length() > BODY_BYTES_MAX
                || !Signature.good(callback.secret(), request, clock.instant(), callback.tolerance())) {
            return Answer.REFUSED;
        }
        try {
            return reader.apply(callback, JSON.readTree(request.body()));
        } catch (JacksonException notJson) {
            return Answer.MALFORMED;
        }
    }

    /** A word or a number as text; anything else is not there. */
    private static @Nullable String text(JsonNode json, String pointer) {
        JsonNode node = json.at(pointer);
        String text = node.isString() || node.isIntegralNumber() ? node.asString() : "";
        return text.isEmpty() ? null : text;
    }
}
