package ir.ramzineh.trial;

import ir.ramzineh.kernel.StartupProblem;
import ir.ramzineh.vault.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;

/** The keys of a trial: made once in its folder, then kept, for without them its data could not be read again. */
final class TrialKeys {
    private TrialKeys() {}

    /** The key file of {@code folder}, made first if it is not there. */
    static Path in(Path folder, SecureRandom random, Instant now) {
        Path file = folder.resolve("keys.json");
        if (Files.exists(file)) {
            return file;
        }
        try {
            Path half = folder.resolve("keys.json.part");
            Files.deleteIfExists(half);
            VaultKeys.generate(random, now).writeTo(half);
            return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupProblem("The folder %s cannot be written.".formatted(folder), e);
        }
    }
}
