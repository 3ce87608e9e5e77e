package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ir.ramzineh.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another language, which has only docs/protocol to go by, comes to the same bytes; skipped where there is no Python. */
class IndependentReaderTest {
    private static final Path READER = Path.of("src/test/python/activation_reader.py");
    private static final Path EXAMPLES = Path.of("docs/protocol/activation-vectors.json");

    @TempDir
    Path folder;

    @Test
    void S3_6_S7_11_S9_4_anotherProgramFollowsTheWorkedExamples() throws Exception {
        assertThat(read(EXAMPLES)).isZero();
    }

    /** The negative control: one digit of one code is another. */
    @Test
    void aFileThatIsWrongIsNotFollowed() throws Exception {
        Path altered = folder.resolve("vectors.json");
        Files.writeString(altered, Files.readString(EXAMPLES).replaceFirst("\"code\" : \"5", "\"code\" : \"6"));

        assertThat(read(altered)).isOne();
    }

    private static int read(Path examples) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", READER.toString(), examples.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException thereIsNoPython) {
            assumeTrue(false, "python3 is not installed");
            throw new IllegalStateException("not reached", thereIsNoPython);
        }
        assertThat(process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("receiptAndSms read", "personalPin read");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return process.exitValue();
    }
}
