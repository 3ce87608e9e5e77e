package ir.ramzineh.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far clocks may differ, how far around now a code is looked for to give a reason, and how long answers are kept.
 *
 * @param clockSkewSeconds a code counts this long before it appears and, below the highest life of 120 seconds, this
 *     long after its life
 * @param lookBackSeconds a right code whose life ended up to this long ago is called expired and not wrong
 * @param lookAheadSeconds a right code that appears only this long from now is called too early and not wrong
 * @param retention how long a question and its answer are kept, at least 7 days: so long does the same request id get the
 *     same answer
 */
@ConfigurationProperties("ramzineh.verification")
record VerificationSettings(
        @DefaultValue("15") int clockSkewSeconds,
        @DefaultValue("300") int lookBackSeconds,
        @DefaultValue("180") int lookAheadSeconds,
        @DefaultValue("400d") Duration retention) {
    private static final Duration RETENTION_MIN = Duration.ofDays(7);

    VerificationSettings {
        if (clockSkewSeconds < 0 || clockSkewSeconds > 30) {
            throw new IllegalArgumentException("ramzineh.verification.clock-skew-seconds must be between 0 and 30");
        }
        if (retention.compareTo(RETENTION_MIN) < 0) {
            throw new IllegalArgumentException("ramzineh.verification.retention must be at least 7 days");
        }
        if (lookBackSeconds < 120 || lookBackSeconds > 900 || lookAheadSeconds < 60 || lookAheadSeconds > 900) {
            throw new IllegalArgumentException(
                    "ramzineh.verification.look-back-seconds must be 120 to 900, look-ahead-seconds 60 to 900");
        }
    }
}
