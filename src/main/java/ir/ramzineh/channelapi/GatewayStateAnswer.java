package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.LinkScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an account token now: docs/protocol/phone.md, section 9.
 *
 * @param linked what its codes count for; empty until a branch has linked it (S10.4)
 * @param locked those of them for which too many wrong codes came
 * @param clockOffSeconds how far the phone's clock was ahead at the last code that counted
 */
public record GatewayStateAnswer(
        List<LinkScope> linked,
        List<LinkScope> locked,
        @Schema(nullable = true) @Nullable String deviceName,
        int clockOffSeconds,
        @Schema(format = "date-time") String activatedAt,

        @Schema(nullable = true, format = "date-time") @Nullable
        String lastUsedAt) {
    public GatewayStateAnswer {
        linked = List.copyOf(linked);
        locked = List.copyOf(locked);
    }

    static GatewayStateAnswer of(GatewayToken token) {
        Instant used = token.lastUsedAt();
        return new GatewayStateAnswer(
                token.links().stream().map(GatewayToken.Link::scope).sorted().toList(),
                token.links().stream()
                        .filter(link -> link.lockedAt() != null)
                        .map(GatewayToken.Link::scope)
                        .sorted()
                        .toList(),
                token.deviceName(),
                token.driftSeconds(),
                Objects.requireNonNull(token.activatedAt()).toString(),
                used == null ? null : used.toString());
    }
}
