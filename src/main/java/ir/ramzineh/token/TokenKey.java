package ir.ramzineh.token;

import ir.ramzineh.otp.CodeComparison;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What verification needs of one active token.
 *
 * @param driftSteps learned difference between the phone's clock and ours, in steps, at most
 *     {@value #DRIFT_STEPS_MAX} either way
 */
public record TokenKey(TokenId id, OtpKey key, TotpSpec spec, int driftSteps) {
    /** A phone whose clock is further away than this many steps is not followed. */
    public static final int DRIFT_STEPS_MAX = 4;

    /**
     * The steps a code may belong to: around our clock, and around the clock the phone had last time, so that both a
     * drifting phone and one whose clock was corrected are understood.
     *
     * @param windowSteps steps allowed on either side, 0 to {@value #DRIFT_STEPS_MAX}
     */
    public List<Long> steps(Instant now, int windowSteps) {
        long centre = spec.step(now);
        long width = Math.clamp(windowSteps, 0, DRIFT_STEPS_MAX);
        return LongStream.concat(
                        LongStream.rangeClosed(centre - width, centre + width),
                        LongStream.rangeClosed(centre + driftSteps - width, centre + driftSteps + width))
                .distinct()
                .filter(step -> step >= 0)
                .boxed()
                .toList();
    }

    /**
     * Finds the step a code belongs to. Every candidate is computed and compared in constant time, so the time taken
     * does not tell which one matched, or whether one did. Says nothing about earlier use: {@link Tokens#claimStep}
     * decides that.
     *
     * @param code Latin digits
     */
    public OptionalLong match(String code, Instant now, int windowSteps) {
        OptionalLong found = OptionalLong.empty();
        for (long step : steps(now, windowSteps)) {
            boolean equal = CodeComparison.equal(spec.code(key, step), code);
            found = equal ? OptionalLong.of(step) : found;
        }
        return found;
    }
}
