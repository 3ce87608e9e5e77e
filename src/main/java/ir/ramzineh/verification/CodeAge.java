package ir.ramzineh.verification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old a code was when it was presented, and what it was measured against: enough to ask later what another rule would
 * have said. Nothing of the code itself but its length.
 *
 * @param source {@link #APP}, {@link #APP_BOUND}, or the name of the channel that brought it
 * @param ageMillis since it appeared, by our clock; negative before
 * @param aheadMillis how far the phone was taken to be ahead of our clock
 * @param lifeSeconds the life that counted
 * @param periodSeconds of its time step; null where it has none
 * @param digits of the code
 */
record CodeAge(
        String source,
        int ageMillis,
        int aheadMillis,
        int lifeSeconds,
        @Nullable Integer periodSeconds,
        int digits) {
    /** Made by an authenticator. */
    static final String APP = "APP";

    /** Made by an authenticator for a payment, or with a life of the customer's own. */
    static final String APP_BOUND = "APP_BOUND";

    /** The age of what was found; none where nothing was. */
    static @Nullable CodeAge of(Finding finding, int digits, Instant now) {
        return switch (finding) {
            case Finding.Match match -> match.moment().age(digits);
            case Finding.Late late ->
                late.moment() == null ? null : late.moment().age(digits);
            case Finding.Early early -> early.moment().age(digits);
            case Finding.Made(var made) -> {
                Instant appeared = made.expiresAt().minusSeconds(made.lifeSeconds());
                int age = (int) Duration.between(appeared, now).toMillis();
                yield new CodeAge(made.channel().name(), age, 0, made.lifeSeconds(), null, digits);
            }
            case Finding.MadeForOther other -> null;
            case Finding.Used used -> null;
            case Finding.Nothing nothing -> null;
        };
    }
}
