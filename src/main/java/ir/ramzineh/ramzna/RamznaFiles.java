package ir.ramzineh.ramzna;

import ir.ramzineh.issuer.Issuers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All files of the app, read once at the start, and the version that comes out of their content. The service worker gets
 * the list with the hash of each file, so that any change of any file is another version, and nobody has to remember it.
 */
@Component
class RamznaFiles {
    static final String WORKER = "sw.js";
    static final String BANKS = "banks.json";
    private static final String PAGE = "index.html";

    /** The module that the app begins with; all others travel in it. */
    private static final String FIRST = "ui/app.js";

    private static final Pattern MODULE = Pattern.compile("(core|ui)/.*\\.js");

    private static final String FOLDER = "META-INF/resources/";
    private static final String OWN = "ramzna/";

    /** The portal's files that the app shows too: one look, one font. */
    private static final List<String> SHARED = List.of(
            "ramzineh/base.css",
            "ramzineh/mark.svg",
            "ramzineh/fonts/vazirmatn-33.0.3-persian.woff2",
            "ramzineh/fonts/vazirmatn-33.0.3-european.woff2");

    private final Map<String, RamznaFile> files = new TreeMap<>();
    private final RamznaEncodings encodings;
    private final String version;

    RamznaFiles(Issuers issuers, JsonMapper json) {
        ResourcePatternResolver resources =
                new PathMatchingResourcePatternResolver(getClass().getClassLoader());
        Map<String, byte[]> brotli = new HashMap<>();
        try {
            for (Resource resource : resources.getResources("classpath*:" + FOLDER + OWN + "**/*.*")) {
                String path = pathOf(resource);
                if (path.endsWith(RamznaEncodings.BROTLI_ENDING)) {
                    brotli.put(
                            path.substring(0, path.length() - RamznaEncodings.BROTLI_ENDING.length()),
                            resource.getContentAsByteArray());
                } else {
                    put(new RamznaFile(path, resource.getContentAsByteArray()).forTravel());
                }
            }
            put(RamznaFile.of(BANKS, json.writeValueAsString(Map.of("banks", banks(issuers)))));
            join();
            List<RamznaFile> kept = new ArrayList<>(files.values().stream()
                    .filter(RamznaFile::belongsToTheApp)
                    .filter(file -> !file.path().equals(WORKER))
                    .toList());
            for (String shared : SHARED) {
                kept.add(new RamznaFile(
                        "../" + shared,
                        resources.getResource("classpath:" + FOLDER + shared).getContentAsByteArray()));
            }
            RamznaFile worker = files.get(WORKER);
            if (worker == null) {
                throw new IllegalStateException("the app's service worker is missing from the class path");
            }
            List<Kept> list = kept.stream()
                    .map(file -> new Kept(file.path().equals(PAGE) ? "./" : file.path(), file.integrity()))
                    .sorted(Comparator.comparing(Kept::path))
                    .toList();
            byte[] told = json.writeValueAsBytes(list);
            version = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(RamznaFile.sha256(told))
                    .substring(0, 16);
            put(RamznaFile.of(
                    WORKER,
                    "self.ramznaShell = " + json.writeValueAsString(new Shell(version, list)) + ";\n"
                            + new String(worker.content(), StandardCharsets.UTF_8)));
            encodings = new RamznaEncodings(files.values(), brotli);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void join() {
        RamznaFile script = RamznaScript.joined(files, FIRST);
        files.keySet().removeIf(path -> MODULE.matcher(path).matches());
        put(script);
    }

    /** What the service worker keeps on the device. */
    record Shell(String version, List<Kept> files) {}

    record Kept(String path, String integrity) {}

    /** The file with this path below {@code /ramzna/}; the empty path is the page. */
    Optional<RamznaFile> file(String path) {
        return Optional.ofNullable(files.get(path.isEmpty() ? PAGE : path));
    }

    RamznaEncodings encodings() {
        return encodings;
    }

    String version() {
        return version;
    }

    private void put(RamznaFile file) {
        files.put(file.path(), file);
    }

    private static List<RamznaBank> banks(Issuers issuers) {
        return issuers.all().stream().map(RamznaBank::of).toList();
    }

    private static String pathOf(Resource resource) throws IOException {
        String url = resource.getURL().toString();
        return url.substring(url.lastIndexOf("/" + FOLDER + OWN) + FOLDER.length() + OWN.length() + 1);
    }
}
