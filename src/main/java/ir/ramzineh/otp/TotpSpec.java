package ir.ramzineh.otp;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * How a token makes codes from time (RFC 6238): T0 is 1970-01-01T00:00:00Z, the counter is the number of whole periods
 * since then.
 *
 * @param digits 4 to 10
 * @param periodSeconds 15 to 300; a code is computed for one period, how long it is honoured is the window's question
 */
public record TotpSpec(HashAlgorithm algorithm, int digits, int periodSeconds) {
    public static final int PERIOD_SECONDS_MIN = 15;
    public static final int PERIOD_SECONDS_MAX = 300;

    /** What any authenticator app understands and second passwords allow: SHA-1, 8 digits, 30 seconds. */
    public static final TotpSpec STANDARD = new TotpSpec(HashAlgorithm.SHA1, 8, 30);

    private static final long STEPS_MAX = 64;

    /** Checks both limits. */
    public TotpSpec {
        Hotp.checkDigits(digits);
        if (periodSeconds < PERIOD_SECONDS_MIN || periodSeconds > PERIOD_SECONDS_MAX) {
            throw new IllegalArgumentException(
                    "a period has " + PERIOD_SECONDS_MIN + " to " + PERIOD_SECONDS_MAX + " seconds");
        }
    }

    /** The time step that {@code instant} falls into (RFC 6238, section 4.2). */
    public long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), periodSeconds);
    }

    /** The first moment of {@code step}. */
    public Instant startOf(long step) {
        return Instant.ofEpochSecond(Math.multiplyExact(step, periodSeconds));
    }

    /** The first moment after {@code step}. */
    public Instant endOf(long step) {
        return startOf(step + 1);
    }

    /** The code of {@code step}, with leading zeros. */
    public String code(OtpKey key, long step) {
        return Hotp.code(key, step, algorithm, digits);
    }

    /**
     * The latest step in a window whose code is {@code code}. Computes and compares every step of the window in
     * constant time, whether or not one has matched already.
     *
     * @param code Latin digits
     * @param first first step of the window
     * @param last last step of the window, included; at most 63 after {@code first}
     */
    public OptionalLong matchingStep(OtpKey key, String code, long first, long last) {
        if (last < first || last - first >= STEPS_MAX) {
            throw new IllegalArgumentException("a window has 1 to " + STEPS_MAX + " steps");
        }
        long matching = 0;
        boolean found = false;
        for (long step = first; step <= last; step++) {
            boolean equal = CodeComparison.equal(code(key, step), code);
            matching = equal ? step : matching;
            found |= equal;
        }
        return found ? OptionalLong.of(matching) : OptionalLong.empty();
    }
}
