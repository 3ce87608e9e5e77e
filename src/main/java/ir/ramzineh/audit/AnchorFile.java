package ir.ramzineh.audit;

import ir.ramzineh.kernel.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The heads of the chain in a file outside the database, one on each line, where the operator named one. */
@Component
class AnchorFile {
    private static final Logger log = LoggerFactory.getLogger(AnchorFile.class);

    private final AuditSettings settings;

    AnchorFile(AuditSettings settings) {
        this.settings = settings;
    }

    /** A file that cannot be written stops no sealing; the head stands in the log too. */
    void add(String head) {
        Path file = settings.anchorFile();
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    head + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            log.error("The anchor file of the audit trail cannot be written: {}", file, e);
        }
    }

    /** All heads of the file; a line that is none, such as one cut by a crash, is left out and said. */
    List<SealHead> heads() {
        Path file = settings.anchorFile();
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        List<SealHead> heads = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                try {
                    heads.add(SealHead.parse(line));
                } catch (InvalidValueException cut) {
                    log.warn("A line of the anchor file of the audit trail is no head and was left out.");
                }
            }
        } catch (IOException e) {
            log.error("The anchor file of the audit trail cannot be read: {}", file, e);
        }
        return heads;
    }
}
