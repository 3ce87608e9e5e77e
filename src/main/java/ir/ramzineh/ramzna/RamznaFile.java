package ir.ramzineh.ramzna;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/** One file as it is served. */
final class RamznaFile {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=utf-8");

    private static final Pattern COMMENTS =
            Pattern.compile("^[ \\t]*(?:/\\*\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/|//.*)[ \\t]*\\R", Pattern.MULTILINE);

    private static final Pattern INDENTS = Pattern.compile("^[ \\t]+", Pattern.MULTILINE);

    private static final int TAG_LENGTH = 16;

    private final String path;
    private final byte[] content;

    /**
     * A file.
     *
     * @param path below {@code /ramzna/}; a file that the portal serves has a path that begins with {@code ../}
     * @param content its bytes, which nobody changes
     */
    RamznaFile(String path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    String path() {
        return path;
    }

    byte[] content() {
        return content;
    }

    static RamznaFile of(String path, String content) {
        return new RamznaFile(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the app needs it on the device: not the words beside other people's code, nor what only an installer shows. */
    boolean belongsToTheApp() {
        return !path.endsWith(".txt") && !path.endsWith(".md") && !path.startsWith("icons/");
    }

    MediaType type() {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return MediaType.parseMediaType(TYPES.getOrDefault(ending, "application/octet-stream"));
    }

    /**
     * The file as it travels: our own scripts without their comments, which are a third of them, and without indents.
     * Only comments that have lines of their own go, so that nothing in a text can be taken for one; a script with a text
     * of several lines keeps its indents.
     */
    RamznaFile forTravel() {
        if (!path.endsWith(".js") || path.startsWith("vendor/")) {
            return this;
        }
        String code =
                COMMENTS.matcher(new String(content, StandardCharsets.UTF_8)).replaceAll("");
        boolean linesStandAlone = code.lines()
                .allMatch(line -> line.chars().filter(sign -> sign == '`').count() % 2 == 0);
        return of(path, linesStandAlone ? INDENTS.matcher(code).replaceAll("") : code);
    }

    /** Names the content, whether it travels compressed or not. */
    String tag() {
        return "W/\"" + Base64.getUrlEncoder().encodeToString(sha256(content)).substring(0, TAG_LENGTH) + "\"";
    }

    /** As {@code integrity} of a fetch takes it (Subresource Integrity). */
    String integrity() {
        return "sha256-" + Base64.getEncoder().encodeToString(sha256(content));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
