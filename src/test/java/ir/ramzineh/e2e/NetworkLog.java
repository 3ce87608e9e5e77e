package ir.ramzineh.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser loads, as its Network domain tells it: of pages, workers and service workers alike. Each of them is held
 * until it is listened to, so nothing is missed.
 */
final class NetworkLog implements AutoCloseable, WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AtomicInteger commands = new AtomicInteger();
    private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();
    private final String origin;
    private final Set<String> targets = ConcurrentHashMap.newKeySet();
    private final Map<String, Load> loads = new ConcurrentHashMap<>();
    private final StringBuilder begun = new StringBuilder();
    private final WebSocket line;
    private CompletableFuture<WebSocket> sending;

    /**
     * One request.
     *
     * @param bytes that came down the wire for it with its headers; 0 where a cache had it, and for the script that a worker
     *     begins with, of which the browser does not tell
     */
    record Load(String url, long bytes) {}

    /**
     * @param debugger host and port on which the browser listens to DevTools
     * @param origin from where loads are noted
     */
    NetworkLog(String debugger, URI origin) {
        this.origin = origin + "/";
        try (HttpClient http = HttpClient.newHttpClient()) {
            String version = http.send(
                            HttpRequest.newBuilder(URI.create("http://" + debugger + "/json/version"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            String address = JSON.readTree(version).get("webSocketDebuggerUrl").stringValue();
            line = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(address), this)
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        sending = CompletableFuture.completedFuture(line);
        attach(null);
        Awaitility.await().until(() -> !targets.isEmpty() && unanswered.isEmpty());
    }

    List<Load> loads() {
        return List.copyOf(loads.values());
    }

    long bytes() {
        return loads.values().stream().mapToLong(Load::bytes).sum();
    }

    @Override
    public void close() {
        line.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        begun.append(part);
        if (last) {
            JsonNode message = JSON.readTree(begun.toString());
            begun.setLength(0);
            if (message.has("method")) {
                heard(message.path("sessionId").asString(""), message);
            } else {
                unanswered.remove(message.get("id").asInt());
            }
        }
        return WebSocket.Listener.super.onText(socket, part, last);
    }

    private void heard(String session, JsonNode message) {
        JsonNode told = message.get("params");
        String request = session + " " + told.path("requestId").asString("");
        switch (message.get("method").stringValue()) {
            case "Target.attachedToTarget" -> {
                String inner = told.get("sessionId").stringValue();
                // A service worker is a target of the browser and of its page: one of them is enough.
                if (targets.add(told.get("targetInfo").get("targetId").stringValue())) {
                    attach(inner);
                    send(inner, "Network.enable", Map.of());
                }
                send(inner, "Runtime.runIfWaitingForDebugger", Map.of());
            }
            case "Network.requestWillBeSent" -> {
                String url = told.get("request").get("url").stringValue();
                if (url.startsWith(origin)) {
                    loads.put(request, new Load(url, 0));
                }
            }
            case "Network.loadingFinished" ->
                ended(request, told.get("encodedDataLength").asLong());
            default -> {}
        }
    }

    private void ended(String request, long bytes) {
        loads.computeIfPresent(request, (id, load) -> new Load(load.url(), bytes));
    }

    private void attach(@Nullable String session) {
        send(
                session,
                "Target.setAutoAttach",
                Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true));
    }

    private synchronized void send(@Nullable String session, String method, Map<String, ?> parameters) {
        int id = commands.incrementAndGet();
        unanswered.add(id);
        Map<String, Object> command = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (session != null) {
            command.put("sessionId", session);
        }
        String text = JSON.writeValueAsString(command);
        // A socket takes one message after the other.
        sending = sending.thenCompose(done -> line.sendText(text, true));
    }
}
