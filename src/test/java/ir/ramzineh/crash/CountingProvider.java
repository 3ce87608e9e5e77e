package ir.ramzineh.crash;

import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsProvider;
import ir.ramzineh.sms.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * A provider that does not recognise repeats. Each message it takes is a line of a file, which outlives the portal; the
 * answer takes its time, so that a kill finds messages between provider and commit.
 */
@Component
@Primary
@ConditionalOnProperty("crash.folder")
class CountingProvider implements SmsProvider {
    private final Path taken;

    CountingProvider(@Value("${crash.folder}") Path folder) {
        this.taken = folder.resolve("taken");
    }

    @Override
    public Submission submit(OutgoingSms message) {
        try {
            append(taken, message.id().value());
            Thread.sleep(40);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Submission.Accepted("counted");
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    /** One write of a whole line: a killed process leaves it there or not, never half. */
    static void append(Path file, long id) throws IOException {
        Files.writeString(file, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
