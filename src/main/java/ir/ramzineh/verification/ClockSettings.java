package ir.ramzineh.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the clock of a node may be from the clock of the database before it verifies nothing more.
 *
 * @param tolerance largest difference; zero switches the comparison off
 */
@ConfigurationProperties("ramzineh.clock")
record ClockSettings(@DefaultValue("30s") Duration tolerance) {
    ClockSettings {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("ramzineh.clock.tolerance must not be negative");
        }
    }
}
