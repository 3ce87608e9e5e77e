package ir.ramzineh.ramzna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What travels of a script, and the name of its content. */
class RamznaFileTest {
    @Test
    void commentsOnLinesOfTheirOwnStayAtHomeAndNothingElse() {
        String script = """
                // The door.
                /** @typedef {{a: string}} A */
                import { a } from './a.js';

                /**
                 * Twice * as ** much.
                 *
                 * @param {string} text
                 */
                export function twice(text) {
                    // why
                    const link = 'https://bank.example/*'; // stays
                    /** @type {any} */ (text).length /* stays */ + 1;
                    return a(link) /** @type {any} */;
                }
                """;
        assertThat(travelling("ui/twice.js", script)).isEqualTo("""
                import { a } from './a.js';

                export function twice(text) {
                const link = 'https://bank.example/*'; // stays
                /** @type {any} */ (text).length /* stays */ + 1;
                return a(link) /** @type {any} */;
                }
                """);
    }

    @Test
    void aTextOfSeveralLinesKeepsItsIndents() {
        String script = "const text = `\n    in\n`;\n    go(text);\n";
        assertThat(travelling("ui/text.js", script)).isEqualTo(script);
    }

    @Test
    void otherPeoplesCodeTravelsAsItIs() {
        assertThat(travelling("vendor/qr.js", "// licence\n")).isEqualTo("// licence\n");
    }

    @Test
    void everyByteHasItsPartInTheHash() {
        assertThat(RamznaFile.of("a.js", "a").integrity())
                .isEqualTo("sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=");
        assertThat(RamznaFile.of("a.js", "b").integrity())
                .isNotEqualTo(RamznaFile.of("a.js", "a").integrity());
    }

    private static String travelling(String path, String script) {
        return new String(RamznaFile.of(path, script).forTravel().content(), StandardCharsets.UTF_8);
    }
}
