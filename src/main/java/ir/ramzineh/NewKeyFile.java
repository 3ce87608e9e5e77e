package ir.ramzineh;

import ir.ramzineh.vault.VaultKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code --new-key-file=<path>}: makes the first keys of an installation. It needs no database and no other setting. */
final class NewKeyFile {
    private static final String OPTION = "--new-key-file";

    private NewKeyFile() {}

    /** Makes the file if {@code arguments} ask for it; the exit code, or nothing when they do not. */
    static OptionalInt run(String[] arguments, SecureRandom random, Clock clock, PrintStream out) {
        Optional<String> asked = Arrays.stream(arguments)
                .filter(argument -> argument.equals(OPTION) || argument.startsWith(OPTION + "="))
                .findFirst();
        if (asked.isEmpty()) {
            return OptionalInt.empty();
        }
        String path = asked.get().substring(Math.min(asked.get().length(), OPTION.length() + 1));
        if (path.isBlank()) {
            out.println("Name the file to be made: --new-key-file=<path>.");
            return OptionalInt.of(1);
        }
        Path file = Path.of(path);
        try {
            VaultKeys.generate(random, clock.instant()).writeTo(file);
        } catch (FileAlreadyExistsException taken) {
            out.println("There is a file " + file + " already; keys are never overwritten.");
            return OptionalInt.of(1);
        } catch (IOException failed) {
            out.println("The file " + file + " cannot be written.");
            return OptionalInt.of(1);
        }
        out.println("Keys were made in " + file + "; back them up apart from the database, they cannot be replaced."
                + " Name the file with ramzineh.vault.key-file.");
        return OptionalInt.of(0);
    }
}
