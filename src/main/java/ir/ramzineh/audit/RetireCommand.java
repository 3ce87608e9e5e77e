package ir.ramzineh.audit;

import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.stereotype.Component;

/** {@code --audit.retire=<archive file>}: removes rows whose retention is over, after writing them to a new file. */
@Component
class RetireCommand implements OperatorCommand {
    private static final String USAGE =
            "Name a new file that gets the rows before they are removed: --audit.retire=<file>.";

    private final AuditRetirement retirement;

    RetireCommand(AuditRetirement retirement) {
        this.retirement = retirement;
    }

    @Override
    public String option() {
        return "audit.retire";
    }

    @Override
    public int run(CommandOptions options, PrintStream out) {
        Path file;
        try {
            file = Path.of(options.value(option(), USAGE));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new StartupProblem("The archive is there already; name a new file.");
        } catch (InvalidPathException | IOException e) {
            throw new StartupProblem(USAGE);
        }
        try (Writer archive = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.SYNC)) {
            AuditRetirement.Done done = retirement.retire(archive);
            out.println("Rows of " + done.blocks() + " blocks were removed: " + done.rows() + " rows.");
            if (done.notWhole() != 0) {
                out.println("Block " + done.notWhole()
                        + " is not as it was sealed. It stays, and all after it. See --audit.verify.");
                return REFUSED;
            }
            return DONE;
        } catch (IOException e) {
            throw new StartupProblem("The archive " + file + " cannot be written.", e);
        }
    }
}
