package ir.ramzineh.vault;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The two settings that may hold the keys, and the sentence for each way in which they can be wrong. */
public final class VaultKeySettings {
    private VaultKeySettings() {}

    /**
     * Looks at the keys before anything else is started.
     *
     * @param file {@code ramzineh.vault.key-file}; wins where both are set
     * @param keys {@code ramzineh.vault.keys}
     * @throws StartupProblem naming the setting that is missing or wrong
     */
    public static void require(@Nullable String file, @Nullable String keys) {
        source(file, keys);
    }

    static KeySource source(@Nullable String file, @Nullable String keys) {
        if (file != null && !file.isBlank()) {
            return fromFile(Path.of(file.strip()));
        }
        if (keys != null && !keys.isBlank()) {
            VaultKeys fixed = parseBase64(keys);
            return () -> fixed;
        }
        throw new StartupProblem("Ramzineh has no keys: set ramzineh.vault.key-file (a key file, made by"
                + " --new-key-file=<path>) or ramzineh.vault.keys (its content in base64).");
    }

    private static KeyFile fromFile(Path file) {
        try {
            return new KeyFile(file);
        } catch (IOException e) {
            throw new StartupProblem(
                    "The vault key file " + file + " named by ramzineh.vault.key-file cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new StartupProblem(
                    "The vault key file " + file + " named by ramzineh.vault.key-file is not usable: " + e.getMessage()
                            + ".",
                    e);
        }
    }

    private static VaultKeys parseBase64(String keys) {
        try {
            byte[] json = Base64.getMimeDecoder().decode(keys.strip());
            return VaultKeys.parse(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new StartupProblem("The setting ramzineh.vault.keys is not usable: " + e.getMessage() + ".");
        }
    }
}
