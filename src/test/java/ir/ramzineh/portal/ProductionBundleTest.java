package ir.ramzineh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.BundleUtils;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
            "ReportsView");

    /** What every page loads, such as the buttons of its frame, does not count. */
    @Test
    void whatHasNoChunkUsesNoComponentThatWouldBeInOne() {
        Set<String> everywhere = Set.of("UI", "Button");
        List<String> used = pages().filter(page -> WITHOUT_CHUNK.contains(page.getSimpleName()))
                .flatMap(page -> page.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .filter(type ->
                                type.isAnnotatedWith(JsModule.class) && !everywhere.contains(type.getSimpleName()))
                        .map(type -> page.getSimpleName() + " uses " + type.getSimpleName()))
                .distinct()
                .sorted()
                .toList();
        assertThat(used)
                .as("rebuild src/main/bundles/prod.bundle, see CONVENTIONS.md, and take the page out of WITHOUT_CHUNK")
                .isEmpty();
    }

    @Test
    void everyRouteHasItsChunk() throws IOException {
        String imports = entries("generated-flow-imports") + entries("indexhtml");
        List<String> missing = pages().filter(type -> !imports.contains(BundleUtils.getChunkId(type.getName())))
                .map(JavaClass::getSimpleName)
                .filter(name -> !WITHOUT_CHUNK.contains(name))
                .sorted()
                .toList();
        assertThat(missing)
                .as("rebuild src/main/bundles/prod.bundle, see CONVENTIONS.md")
                .isEmpty();
    }

    private static Stream<JavaClass> pages() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("ir.ramzineh").stream()
                        .filter(type -> type.isAnnotatedWith(Route.class));
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
