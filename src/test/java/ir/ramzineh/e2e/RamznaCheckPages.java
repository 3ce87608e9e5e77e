package ir.ramzineh.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Serves the authenticator's modules, the checks of them, and the examples they are checked with, under the policy that
 * the portal serves the app with. For tests alone.
 */
final class RamznaCheckPages implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';"
            + " require-trusted-types-for 'script'";
    private static final Path APP = Path.of("src/main/resources/META-INF/resources/ramzna");
    private static final Path CHECKS = Path.of("src/test/resources/ramzna/checks");
    private static final Map<String, Path> FOLDERS = Map.of(
            "ramzna",
            APP,
            "checks",
            CHECKS,
            "vectors",
            Path.of("src/test/resources/vectors"),
            "protocol",
            Path.of("docs/protocol"));

    /** As in pom.xml. */
    private static final String TYPESCRIPT = "/META-INF/resources/webjars/typescript/6.0.3";

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "html", "text/html", "json", "application/json", "css", "text/css");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    RamznaCheckPages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", RamznaCheckPages::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of a page, at a name that counts as a secure place. */
    String address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort())
                .resolve(path)
                .toString();
    }

    /** Our own modules as they are served, and those of others among them. */
    static List<String> modules() {
        return Stream.concat(scriptsOf(APP, "/ramzna/"), scriptsOf(CHECKS, "/checks/"))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static Stream<String> scriptsOf(Path folder, String prefix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".js"))
                    .map(file -> prefix + folder.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] content = content(path);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private static byte @Nullable [] content(String path) throws IOException {
        int slash = path.indexOf('/', 1);
        String area = slash < 0 ? "" : path.substring(1, slash);
        if (path.contains("..") || area.isEmpty()) {
            return null;
        }
        String rest = path.substring(slash + 1);
        if (area.equals("typescript")) {
            try (InputStream file = RamznaCheckPages.class.getResourceAsStream(TYPESCRIPT + "/" + rest)) {
                return file == null ? null : file.readAllBytes();
            }
        }
        Path folder = FOLDERS.get(area);
        return folder != null && Files.isRegularFile(folder.resolve(rest))
                ? Files.readAllBytes(folder.resolve(rest))
                : null;
    }
}
