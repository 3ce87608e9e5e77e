package ir.ramzineh.corebank;

import ir.ramzineh.corebank.CoreBankProperties.Http;
import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the bank's own service: JSON over POST, so that no personal value stands in a URL, with a bearer key. Every
 * question only reads, so a failed one may be asked again. Messages of exceptions name the question and the status,
 * never a value.
 */
final class BankService implements AutoCloseable {
    /** The service or something before it is away for a moment. */
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 502, 503, 504);

    private static final int TRIES_MAX = 5;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client;
    private final Http settings;
    private final JsonMapper json = JsonMapper.builder().build();
    private final String url;
    private final String key;

    BankService(Http settings) {
        this(settings, "ramzineh.corebank.http");
    }

    /** @param prefix of the settings, for the sentence that names a missing one */
    BankService(Http settings, String prefix) {
        this.settings = settings;
        this.url = require(settings.url(), prefix + ".url", "the address of the bank's service")
                .toString()
                .replaceAll("/+$", "");
        this.key = require(settings.key(), prefix + ".key", "the portal's key at the bank's service");
        if (settings.tries() < 1 || settings.tries() > TRIES_MAX) {
            throw new StartupProblem(prefix + ".tries is a number from 1 to " + TRIES_MAX + ".");
        }
        if (key.isBlank() || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new StartupProblem(prefix + ".key holds printable ASCII characters without spaces.");
        }
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Asks and reads the answer.
     *
     * @param question last part of the address, such as {@code customer}
     * @throws CoreBankUnavailableException if there is no usable answer after all tries
     */
    <T> T ask(String question, Map<String, Object> values, Class<T> answer) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/" + question))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(values)))
                .build();
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == settings.tries();
            try {
                HttpResponse<byte[]> response = send(request);
                if (response.statusCode() == 200) {
                    return read(question, response.body(), answer);
                }
                if (last || !WORTH_ANOTHER_TRY.contains(response.statusCode())) {
                    throw new CoreBankUnavailableException(
                            "the bank's service answered %s with status %d".formatted(question, response.statusCode()));
                }
            } catch (IOException e) {
                if (last) {
                    throw unavailable(question, "could not be reached or broke off", e);
                }
            } catch (TimeoutException e) {
                // A slow service is not helped by the same question again.
                throw unavailable(question, "took too long", e);
            }
            pause(question, PAUSE.multipliedBy(attempt));
        }
    }

    /** The timeout covers the whole answer: that of {@code HttpRequest} ends with the headers. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.answerBytesMax()));
        try {
            return answer.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CoreBankUnavailableException("the question was interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private <T> T read(String question, byte[] body, Class<T> answer) {
        try {
            T value = json.readValue(body, answer);
            if (value == null) {
                throw malformed(question);
            }
            return value;
        } catch (JacksonException _) {
            // The cause stays out: it quotes the answer, which holds personal values.
            throw malformed(question);
        }
    }

    static CoreBankUnavailableException malformed(String question) {
        return new CoreBankUnavailableException("the bank's service gave a malformed answer to " + question);
    }

    private static CoreBankUnavailableException unavailable(String question, String what, Exception cause) {
        return new CoreBankUnavailableException("the bank's service %s (%s)".formatted(what, question), cause);
    }

    private static void pause(String question, Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(question, "was not waited for", e);
        }
    }

    private static <T> T require(@Nullable T value, String setting, String meaning) {
        if (value == null) {
            throw new StartupProblem("Ramzineh cannot ask the bank: set %s, %s.".formatted(setting, meaning));
        }
        return value;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
