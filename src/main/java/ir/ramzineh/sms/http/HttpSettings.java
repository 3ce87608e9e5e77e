package ir.ramzineh.sms.http;

import ir.ramzineh.kernel.StartupProblem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JsonPointer;

/**
 * An account at a provider with an HTTP interface; stands under {@code ramzineh.sms.providers[n].http}.
 *
 * @param url where messages are posted; {@code https}, or {@code http} on this machine
 * @param secret signs what we send; empty where the provider wants no signature
 * @param headers further headers, such as {@code Authorization}
 * @param body see {@link BodyTemplate}
 * @param reference where the answer holds the provider's id of the message (RFC 6901); without one, our id counts
 * @param recognisesRepeats whether the same {@code Idempotency-Key} is sent once only
 * @param sender what phones show where no issuer is concerned
 * @param answerWithin after which an answer counts as lost; less than {@code ramzineh.sms.provider-timeout}
 * @param callback what the provider sends us
 */
record HttpSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String secret,
        @DefaultValue Map<String, String> headers,
        @DefaultValue(BodyTemplate.DEFAULT) String body,
        @DefaultValue("/id") String reference,
        @DefaultValue("false") boolean recognisesRepeats,
        @DefaultValue("") String sender,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue Callback callback) {
    private static final int SECRET_LENGTH_MIN = 32;
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * What the provider sends us. Fields are named by JSON pointers (RFC 6901).
     *
     * @param secret signs what the provider sends; empty closes both ways
     * @param tolerance how old a signature may be
     * @param state where a report holds its word, and which words mean an end
     */
    record Callback(
            @DefaultValue("") String secret,
            @DefaultValue("5m") Duration tolerance,
            @DefaultValue("/id") String reference,
            @DefaultValue("/state") String state,
            @DefaultValue("DELIVERED") List<String> delivered,
            @DefaultValue({"FAILED", "EXPIRED", "REJECTED"}) List<String> failed,
            @DefaultValue("/id") String incomingId,
            @DefaultValue("/from") String from,
            @DefaultValue("/to") String to,
            @DefaultValue("/text") String text) {}

    /** @param at where these settings stand */
    void check(String at) {
        require(safe(url), at, "url", "must be an https address (http only on this machine)");
        require(secret.isEmpty() || secret.length() >= SECRET_LENGTH_MIN, at, "secret", "needs 32 characters or more");
        require(
                new BodyTemplate(body).usable(),
                at,
                "body",
                "must be a JSON object with {to} and {text}, and no placeholder but {from}, {id} and {validSeconds}"
                        + " besides");
        require(pointer(reference), at, "reference", "must be a JSON pointer such as /id");
        require(answerWithin.isPositive(), at, "answer-within", "must be above zero");
        require(
                callback.secret().isEmpty() || callback.secret().length() >= SECRET_LENGTH_MIN,
                at,
                "callback.secret",
                "needs 32 characters or more");
        require(
                Stream.of(
                                callback.reference(),
                                callback.state(),
                                callback.incomingId(),
                                callback.from(),
                                callback.to(),
                                callback.text())
                        .allMatch(HttpSettings::pointer),
                at,
                "callback",
                "names its fields by JSON pointers such as /id");
    }

    private static boolean safe(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost())));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean pointer(String expression) {
        try {
            return expression.startsWith("/") && JsonPointer.compile(expression) != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void require(boolean holds, String at, String name, String rule) {
        if (!holds) {
            throw new StartupProblem("The setting " + at + "." + name + " " + rule + ".");
        }
    }

    /** Without secrets and headers. */
    @Override
    public String toString() {
        return "HttpSettings[url=" + url + "]";
    }
}
