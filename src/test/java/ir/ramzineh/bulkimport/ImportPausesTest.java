package ir.ramzineh.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPausesTest {
    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT30S", "3, PT3M", "4, PT18M"})
    void thePauseGrowsWithEachTryThatFailed(int tries, Duration pause) {
        assertThat(ImportWork.pauseAfter(tries)).isEqualTo(pause);
    }
}
