package ir.ramzineh.gatewaytoken;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that a channel sent for a customer, and what became of it. Of the code itself nothing is kept.
 *
 * @param token whose link was asked; {@code null}: none of the customer's tokens was linked to this
 * @param scope what it was to count for
 */
public record RecentGatewayCode(@Nullable GatewayTokenId token, Instant at, LinkScope scope, GatewayReason reason) {}
