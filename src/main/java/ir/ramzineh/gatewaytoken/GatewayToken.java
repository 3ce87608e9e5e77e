package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as its customer and the staff see it. The whole serial number is part 1 of two and stands on the receipt alone
 * (design decision 018).
 *
 * @param lastFour last four digits of the serial number
 * @param branch the digits of the branch it came from
 * @param customer {@code null} while in stock
 * @param codeExpiresAt until when the activation code counts, while it is {@code ISSUED}
 * @param claimed whether a phone has taken the key and not proven a code yet
 * @param driftSeconds how far the phone's clock was ahead at the last code that counted
 * @param links what its codes count for
 */
public record GatewayToken(
        GatewayTokenId id,
        String lastFour,
        String branch,
        GatewayTokenState state,
        @Nullable CustomerId customer,
        @Nullable String deviceName,
        Instant createdAt,
        @Nullable Instant issuedAt,
        @Nullable Instant codeExpiresAt,
        boolean claimed,
        @Nullable Instant activatedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant deadAt,
        int driftSeconds,
        List<Link> links) {
    public GatewayToken {
        links = List.copyOf(links);
    }

    /**
     * One thing the codes count for.
     *
     * @param lockedAt since when channels get no code accepted for it, after too many wrong ones
     * @param unlockable it is locked, and another round of wrong codes stays within {@link GatewayUnlocks#WRONG_IN_ROW_MAX}
     */
    public record Link(
            LinkScope scope, Instant linkedAt, @Nullable Instant lockedAt, boolean unlockable) {}

    public Set<LinkScope> scopes() {
        return links.stream().map(Link::scope).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    public Optional<Link> link(LinkScope scope) {
        return links.stream().filter(link -> link.scope() == scope).findFirst();
    }

    /** Without names and numbers. */
    @Override
    public String toString() {
        return "GatewayToken[" + id.value() + ", " + state + "]";
    }
}
