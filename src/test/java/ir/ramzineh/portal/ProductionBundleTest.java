package ir.ramzineh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.internal.BundleUtils;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The committed front end knows every page. Vaadin itself only notices new components: a new page that uses none would
 * pass its check and then come up without the components of its own chunk.
 */
class ProductionBundleTest {
    /** The root page is part of what every page loads; the others are made of plain HTML. */
    private static final Set<String> WITHOUT_CHUNK = Set.of(
            "HomeView",
            "HelpView",
            "AtmView",
            "ApprovalsView",
            "AuthenticatorView",
            "BranchHomeView",
            "CasesView",
            "PeopleView",
            "ReportsView");

    @Test
    void everyRouteHasItsChunk() throws IOException {
        String imports = entries("generated-flow-imports") + entries("indexhtml");
        List<String> missing = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("ir.ramzineh").stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .filter(type -> !imports.contains(BundleUtils.getChunkId(type.getName())))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !WITHOUT_CHUNK.contains(name))
                        .sorted()
                        .toList();
        assertThat(missing)
                .as("rebuild src/main/bundles/prod.bundle, see CONVENTIONS.md")
                .isEmpty();
    }

    private static String entries(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile bundle =
                new ZipFile(Path.of("src/main/bundles/prod.bundle").toFile())) {
            for (var entry : bundle.stream()
                    .filter(file ->
                            file.getName().contains(name) && file.getName().endsWith(".js"))
                    .toList()) {
                text.append(new String(bundle.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
