package ir.ramzineh.terminal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ramzineh.terminal}.
 *
 * @param actionsPerDayMax what one card may begin at ATMs in 24 hours, wrong numbers included
 * @param keepFor how long a request id is remembered
 */
@ConfigurationProperties("ramzineh.terminal")
record TerminalSettings(
        @DefaultValue("20") int actionsPerDayMax,
        @DefaultValue("24h") Duration keepFor) {
    private static final Duration COUNTED = Duration.ofHours(24);

    TerminalSettings {
        if (actionsPerDayMax < 1 || keepFor.compareTo(COUNTED) < 0) {
            throw new IllegalArgumentException(
                    "ramzineh.terminal.actions-per-day-max is at least 1, keep-for at least 24h: its rows are counted");
        }
    }
}
