package ir.ramzineh.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends one event once: no redirect, no cookie, no proxy, no repeat by itself, no connection kept, and of the answer
 * nothing but its status. However slowly a receiver drips, a try ends after the time of the settings.
 */
@Component
class WebhookSender implements AutoCloseable {
    private static final Timeout CONNECT_WITHIN = Timeout.ofSeconds(3);
    private static final int CONNECTIONS_MAX = 64;
    private static final int HEADER_CHARACTERS_MAX = 8_192;
    private static final int HEADERS_MAX = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CloseableHttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReceiverNetworks networks;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookSender(ReceiverNetworks networks, WebhookSettings settings, Clock clock) {
        this.networks = networks;
        this.settings = settings;
        this.clock = clock;
        Timeout answerWithin = Timeout.of(settings.answerWithin());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(networks)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(HEADER_CHARACTERS_MAX)
                                        .setMaxHeaderCount(HEADERS_MAX)
                                        .build())
                                .build())
                        .setMaxConnTotal(CONNECTIONS_MAX)
                        .setMaxConnPerRoute(CONNECTIONS_MAX)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_WITHIN)
                                .setSocketTimeout(answerWithin)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(answerWithin)
                        .setConnectionRequestTimeout(CONNECT_WITHIN)
                        .setContentCompressionEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Ramzineh-Webhooks/1")
                .build();
    }

    WebhookAnswer send(String id, String body, WebhookAddress address, List<WebhookSecret> secrets)
            throws InterruptedException {
        long begin = System.nanoTime();
        if (address.isPlain() && !networks.isOwnMachine(address.host())) {
            return new WebhookAnswer(null, "refused-address", 0);
        }
        HttpPost post = post(id, body, address, secrets);
        Future<Integer> status = threads.submit(() -> status(post));
        try {
            int code = status.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return new WebhookAnswer(code, null, millisSince(begin));
        } catch (TimeoutException slow) {
            return new WebhookAnswer(null, "timeout", millisSince(begin));
        } catch (ExecutionException failed) {
            return new WebhookAnswer(null, problem(failed.getCause()), millisSince(begin));
        } finally {
            post.cancel();
        }
    }

    private HttpPost post(String id, String body, WebhookAddress address, List<WebhookSecret> secrets) {
        Instant now = clock.instant();
        HttpPost post = new HttpPost(address.uri());
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", String.format(Locale.ROOT, "%d", now.getEpochSecond()));
        post.setHeader("webhook-signature", WebhookSignature.of(id, now, body, secrets));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        return post;
    }

    /**
     * Only the status: the body of the answer is not read, so it can be as long as it likes. Closing the answer would read
     * the rest first; a cancelled request lets go of the connection instead.
     */
    private int status(HttpPost post) throws IOException, HttpException {
        ClassicHttpResponse answer = http.executeOpen(null, post, null);
        int code = answer.getCode();
        post.cancel();
        return code;
    }

    private static String problem(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "cut";
            case ReceiverNetworks.RefusedAddressException _ -> "refused-address";
            case UnknownHostException _ -> "unknown-host";
            case SSLException _ -> "tls";
            case ConnectTimeoutException _ -> "timeout";
            case java.net.SocketTimeoutException _ -> "timeout";
            case HttpHostConnectException _ -> "not-connected";
            case ConnectException _ -> "not-connected";
            default -> "cut";
        };
    }

    private static int millisSince(long begin) {
        return (int) ((System.nanoTime() - begin) / NANOS_PER_MILLI);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        http.close();
    }
}
