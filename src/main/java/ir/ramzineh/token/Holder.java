package ir.ramzineh.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The device that has a token, told to nobody but its owner (S10.23).
 *
 * @param deviceName as the customer or the phone calls it; {@code null} where nobody gave a name
 * @param activatedAt when it proved its first code; {@code null} where it has not yet
 */
public record Holder(@Nullable String deviceName, @Nullable Instant activatedAt) {}
