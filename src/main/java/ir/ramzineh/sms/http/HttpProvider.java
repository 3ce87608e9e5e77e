package ir.ramzineh.sms.http;

import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsCallbacks.Signed;
import ir.ramzineh.sms.SmsProvider;
import ir.ramzineh.sms.Submission;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends by one POST for each message. */
final class HttpProvider implements SmsProvider, AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final int ANSWER_BYTES_MAX = 65_536;
    private static final int REFERENCE_LENGTH_MAX = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nothing was taken, and it is not the message's fault: account, limits, maintenance. */
    private static final Set<Integer> NOT_NOW = Set.of(401, 402, 403, 408, 425, 429, 503);

    private final String name;
    private final HttpSettings settings;
    private final BodyTemplate body;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpProvider(String name, HttpSettings settings, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.body = new BodyTemplate(settings.body());
        this.clock = clock;
    }

    @Override
    public Submission submit(OutgoingSms message) {
        try {
            HttpResponse<String> answer =
                    http.send(request(message), BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_BYTES_MAX));
            return read(answer, message);
        } catch (ConnectException | HttpConnectTimeoutException unreached) {
            return new Submission.Deferred("http-not-connected");
        } catch (IOException lost) {
            // Without the cause, whose text may quote the message.
            throw new IllegalStateException(
                    "No answer over HTTP: " + lost.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No answer over HTTP in time");
        }
    }

    private HttpRequest request(OutgoingSms message) {
        String issuerSender = message.sender();
        long validSeconds = Math.max(
                1, Duration.between(clock.instant(), message.notAfter()).toSeconds());
        String json = body.filled(Map.of(
                "to",
                message.to().e164(),
                "from",
                issuerSender == null ? settings.sender() : issuerSender,
                "text",
                message.text(),
                "id",
                Long.toString(message.id().value()),
                "validSeconds",
                Long.toString(validSeconds)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.answerWithin())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", Long.toString(message.id().value()))
                .POST(HttpRequest.BodyPublishers.ofString(json));
        settings.headers().forEach(request::header);
        if (!settings.secret().isEmpty()) {
            Signed signed = Signature.of(settings.secret(), clock.instant(), json);
            request.header(Signature.TIMESTAMP_HEADER, signed.timestamp())
                    .header(Signature.SIGNATURE_HEADER, signed.signature());
        }
        return request.build();
    }

    private Submission read(HttpResponse<String> answer, OutgoingSms message) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Submission.Accepted(reference(answer.body(), message));
        }
        if (NOT_NOW.contains(status) || (status >= 300 && status < 400)) {
            return new Submission.Deferred("http-" + status);
        }
        if (status >= 400 && status < 500) {
            return new Submission.Rejected("http-" + status);
        }
        throw new IllegalStateException("The provider failed with " + status);
    }

    /** The provider's id; ours where the answer holds none. */
    private String reference(String answer, OutgoingSms message) {
        String own = Long.toString(message.id().value());
        try {
            String reference = JSON.readTree(answer).at(settings.reference()).asString("");
            return reference.isEmpty() || reference.length() > REFERENCE_LENGTH_MAX ? own : reference;
        } catch (JacksonException notJson) {
            return own;
        }
    }

    @Override
    public boolean recognisesRepeats() {
        return settings.recognisesRepeats();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
