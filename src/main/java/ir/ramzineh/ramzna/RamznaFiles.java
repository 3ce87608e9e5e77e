package ir.ramzineh.ramzna;

import ir.ramzineh.issuer.Issuers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Where the page names its modules. */
    private static final String MODULES = "<!-- modules -->";

    private static final Pattern MODULE = Pattern.compile("(core|ui)/\\w[\\w-]*\\.js");

    private static final String FOLDER = "META-INF/resources/";
    private static final String OWN = "ramzna/";

    /**
     * The portal's files that the app shows too: one look, one font. The font of Latin letters comes from the portal where
     * there is a network, else letters of the device stand in for it: it would be a sixth of the whole app.
     */
    private static final List<String> SHARED =
            List.of("ramzineh/base.css", "ramzineh/mark.svg", "ramzineh/fonts/vazirmatn-33.0.3-arabic.woff2");

    private final Map<String, RamznaFile> files = new TreeMap<>();
    private final String version;

    RamznaFiles(Issuers issuers, JsonMapper json) {
        ResourcePatternResolver resources =
                new PathMatchingResourcePatternResolver(getClass().getClassLoader());
        try {
            for (Resource resource : resources.getResources("classpath*:" + FOLDER + OWN + "**/*.*")) {
                put(new RamznaFile(pathOf(resource), resource.getContentAsByteArray()).forTravel());
            }
            put(RamznaFile.of(BANKS, json.writeValueAsString(Map.of("banks", banks(issuers)))));
            put(RamznaFile.of(PAGE, page()));
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page names all its modules at once: otherwise a browser finds them one import after another. */
    private String page() {
        RamznaFile page = files.get(PAGE);
        if (page == null) {
            throw new IllegalStateException("the app's page is missing from the class path");
        }
        String modules = files.keySet().stream()
                .filter(path -> MODULE.matcher(path).matches())
                .map(path -> "<link rel=\"modulepreload\" href=\"" + path + "\">")
                .collect(Collectors.joining("\n"));
        return new String(page.content(), StandardCharsets.UTF_8).replace(MODULES, modules);
    }

    /** What the service worker keeps on the device. */
    record Shell(String version, List<Kept> files) {}

    record Kept(String path, String integrity) {}

    /** The file with this path below {@code /ramzna/}; the empty path is the page. */
    Optional<RamznaFile> file(String path) {
        return Optional.ofNullable(files.get(path.isEmpty() ? PAGE : path));
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
