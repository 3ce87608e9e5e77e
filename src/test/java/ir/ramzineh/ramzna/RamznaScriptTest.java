package ir.ramzineh.ramzna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many modules, one script: who is run before whom, who sees what, and what is refused. That it runs, journeys show. */
class RamznaScriptTest {
    @Test
    void aModuleIsRunOnceAfterThoseItImportsAndSeesTheirExportsUnderItsOwnNames() {
        assertThat(joined("ui/app.js", Map.of("ui/app.js", """
                        import { twice, LIMIT as most } from '../core/sums.js';
                        import * as sums from '../core/sums.js';
                        const limit = 3;
                        export async function run() {}
                        """, "core/sums.js", """
                        import { one } from './one.js';
                        export const LIMIT = 9;
                        export function twice(a) {
                        return a + a;
                        }
                        export { one };
                        """, "core/one.js", """
                        const limit = 1;
                        export class one {}
                        """)))
                .isEqualTo("""
                        const $core_one = (() => {
                        const limit = 1;
                        class one {}
                        return { one };
                        })();
                        const $core_sums = (() => {
                        const { one } = $core_one;
                        const LIMIT = 9;
                        function twice(a) {
                        return a + a;
                        }
                        return { one, LIMIT, twice };
                        })();
                        const $ui_app = (() => {
                        const { twice, LIMIT: most } = $core_sums;
                        const sums = $core_sums;
                        const limit = 3;
                        async function run() {}
                        return { run };
                        })();
                        """);
    }

    @Test
    void whatIsPassedOnOrTakenApartIsExportedToo() {
        assertThat(joined("ui/a.js", Map.of("ui/a.js", """
                        import * as b from './b.js';
                        export { two,
                            three } from './b.js';
                        export const { one, get: token } = b;
                        """, "ui/b.js", "const a = 1;\n")))
                .endsWith("""
                        const $ui_a = (() => {
                        const b = $ui_b;
                        const { one, get: token } = b;
                        return { two: $ui_b.two, three: $ui_b.three, one, token };
                        })();
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import a from './b.js';\n",
                "import './b.js';\n",
                "export default 1;\n",
                "export let a = 1;\n",
                "export * from './b.js';\n",
                "export { a as b };\n",
                "import { a } from './a.js';\n",
                "import { a } from './missing.js';\n",
                "import { a } from '../deep/er/b.js';\n"
            })
    void whatWouldBeLostInSilenceIsRefused(String source) {
        Map<String, String> modules =
                Map.of("ui/a.js", source, "ui/b.js", "export const a = 1;\n", "deep/er/b.js", "export const a = 1;\n");
        assertThatIllegalStateException().isThrownBy(() -> joined("ui/a.js", modules));
    }

    @Test
    void modulesThatImportEachOtherAreRefused() {
        Map<String, String> modules =
                Map.of("ui/a.js", "import { b } from './b.js';\n", "ui/b.js", "import { a } from './a.js';\n");
        assertThatIllegalStateException().isThrownBy(() -> joined("ui/a.js", modules));
    }

    @Test
    void allModulesOfTheAppAreJoined() throws IOException {
        Path app = Path.of("src/main/resources/META-INF/resources/ramzna");
        Map<String, RamznaFile> modules = new TreeMap<>();
        try (Stream<Path> files = Files.walk(app)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                String path = app.relativize(file).toString().replace('\\', '/');
                modules.put(path, new RamznaFile(path, Files.readAllBytes(file)).forTravel());
            }
        }
        String script = new String(RamznaScript.joined(modules, "ui/app.js").content(), StandardCharsets.UTF_8);
        assertThat(modules.keySet().stream()
                        .filter(path -> path.startsWith("core/") || path.startsWith("ui/"))
                        .map(path -> "const $" + path.replace(".js", "").replaceAll("\\W", "_") + " = (() => {\n"))
                .allSatisfy(beginning -> assertThat(script).containsOnlyOnce(beginning));
    }

    private static String joined(String first, Map<String, String> sources) {
        Map<String, RamznaFile> modules = new TreeMap<>();
        sources.forEach((path, source) -> modules.put(path, RamznaFile.of(path, source)));
        return new String(RamznaScript.joined(modules, first).content(), StandardCharsets.UTF_8);
    }
}
