package ir.ramzineh.customer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.number-change.*} about the time without codes (decision 014).
 *
 * @param coolingOff after a change at a branch; the old number may cancel meanwhile
 * @param coolingOffAtBank after the bank's own system was found to have another number; zero: none
 */
@ConfigurationProperties("ramzineh.number-change")
record NewNumberSettings(
        @DefaultValue("24h") Duration coolingOff,
        @DefaultValue("24h") Duration coolingOffAtBank) {
    /**
     * From when on codes go to a number that the bank's own system was found to have.
     *
     * @param since when the bank registered it, as the bank says; believed only if it lies after {@code otherHeard} and not
     *     in the future, so that it never makes the time longer
     * @param otherHeard when the bank was last known to name another number
     * @return at most {@code now} and the whole time; in the past if it has stood long enough
     */
    Instant codesFrom(@Nullable Instant since, Instant otherHeard, Instant now) {
        return since == null || !since.isAfter(otherHeard) || since.isAfter(now)
                ? now.plus(coolingOffAtBank)
                : since.plus(coolingOffAtBank);
    }
}
