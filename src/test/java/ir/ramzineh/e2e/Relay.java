package ir.ramzineh.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.Executors;

/**
 * Stands between a phone and the portal's files: it can go away altogether, and it can serve the next version of the app,
 * in which one text is another.
 */
final class Relay implements AutoCloseable {
    private static final String CHANGED = "/ramzna/texts/fa.js";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI portal;
    private HttpServer server;
    private final int port;
    private volatile String from = "";
    private volatile String to = "";

    Relay(URI portal) {
        this.portal = portal;
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** From now on nobody is there. */
    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        server = open(port);
    }

    /** From now on the next version of the app is served: {@code from} is written {@code to} in its texts. */
    void release(String from, String to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer open(int wanted) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::pass);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            HttpResponse<byte[]> answer = ask(path);
            byte[] body = answer.body();
            if (path.equals(CHANGED)) {
                body = changed(body);
            } else if (path.equals("/ramzna/sw.js") && !from.isEmpty()) {
                byte[] before = ask(CHANGED).body();
                body = text(body)
                        .replace(hash(before), hash(changed(before)))
                        .replaceFirst("\"version\":\"", "\"version\":\"next-")
                        .getBytes(StandardCharsets.UTF_8);
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            answer.headers()
                    .firstValue("Content-Security-Policy")
                    .ifPresent(policy -> exchange.getResponseHeaders().set("Content-Security-Policy", policy));
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private HttpResponse<byte[]> ask(String path) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(portal.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private byte[] changed(byte[] texts) {
        return from.isEmpty() ? texts : text(texts).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
