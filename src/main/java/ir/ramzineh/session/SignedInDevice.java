package ir.ramzineh.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One place where a customer is signed in.
 *
 * @param ref what to end this sign-in by
 * @param browserKey key of a translated text, {@code device.browser.chrome}
 * @param systemKey key of a translated text, {@code device.system.android}
 * @param signedInAt when the second factor was passed
 * @param lastUsedAt last click, exact to ten seconds
 * @param clientAddress IP address at sign-in; the only trace of the place that is kept
 * @param current whether it is the sign-in that asks
 * @param knownDevice the known browser it came from, if any; ending the sign-in forgets it
 */
public record SignedInDevice(
        DeviceSessionRef ref,
        String browserKey,
        String systemKey,
        Instant signedInAt,
        Instant lastUsedAt,
        String clientAddress,
        boolean current,
        @Nullable Long knownDevice) {}
