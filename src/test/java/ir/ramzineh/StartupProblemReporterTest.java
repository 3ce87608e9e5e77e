package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ir.ramzineh.kernel.StartupProblem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StartupProblemReporterTest {
    record Waits(Duration longest) {
        Waits {
            if (longest.isNegative()) {
                throw new IllegalArgumentException("ramzineh.waits.longest must not be negative");
            }
        }
    }

    @Test
    void namesTheSettingThatCannotBeReadAndKeepsItsValueToItself() {
        assertThat(StartupProblemReporter.sentenceIn(new IllegalStateException(binding("for-ever"))))
                .isEqualTo("The setting ramzineh.waits.longest is not usable: it must be a Duration.");
    }

    @Test
    void saysTheRuleThatASettingBreaks() {
        assertThat(StartupProblemReporter.sentenceIn(binding("-1s")))
                .isEqualTo("The setting ramzineh.waits.longest must not be negative.");
    }

    @Test
    void knowsWhatADatabaseMeansAndNeverQuotesIt() {
        assertThat(StartupProblemReporter.sentenceIn(new SQLException("secret", "28000", 1045)))
                .contains("spring.datasource.username")
                .doesNotContain("secret");
        assertThat(StartupProblemReporter.sentenceIn(new SQLException("secret", "08000", 0)))
                .contains("does not answer");
    }

    @Test
    void leavesAMistakeOfOurOwnToTheStackTrace() {
        assertThat(StartupProblemReporter.sentenceIn(new IllegalStateException("a mistake")))
                .isNull();
        assertThat(StartupProblemReporter.sentenceIn(new SQLException("syntax", "42000", 1064)))
                .isNull();
        assertThat(StartupProblemReporter.sentenceIn(new IllegalStateException(new StartupProblem("Mend it."))))
                .isEqualTo("Mend it.");
    }

    private static Throwable binding(String value) {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("ramzineh.waits.longest", value)));
        return catchThrowable(() -> binder.bind("ramzineh.waits", Waits.class));
    }
}
