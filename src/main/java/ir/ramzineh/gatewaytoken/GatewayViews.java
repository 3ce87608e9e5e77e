package ir.ramzineh.gatewaytoken;

import org.springframework.stereotype.Component;

/** Rows as their customer and the staff may see them. */
@Component
class GatewayViews {
    private final GatewayLinks links;
    private final GatewayKeys keys;
    private final GatewaySettings settings;

    GatewayViews(GatewayLinks links, GatewayKeys keys, GatewaySettings settings) {
        this.links = links;
        this.keys = keys;
        this.settings = settings;
    }

    GatewayToken of(GatewayRow row) {
        return new GatewayToken(
                row.tokenId(),
                lastFour(row),
                row.branch(),
                row.state(),
                row.customer(),
                row.deviceName(),
                row.createdAt(),
                row.issuedAt(),
                row.codeExpiresAt(),
                row.state() == GatewayTokenState.ISSUED && row.claimKey() != null,
                row.activatedAt(),
                row.lastUsedAt(),
                row.deadAt(),
                row.driftSteps() * row.periodSeconds(),
                links.of(row.id()).stream()
                        .map(link -> new GatewayToken.Link(
                                link.scope(),
                                link.linkedAt(),
                                link.lockedAt(),
                                link.lockedAt() != null && link.roundLeft(settings.wrongCodesMax())))
                        .toList());
    }

    String serial(GatewayRow row) {
        return keys.open(GatewayKeys.SERIAL, row.id(), row.serialSealed())
                .orElseThrow(() -> new IllegalStateException("the serial number of a token does not open"));
    }

    /** The last four digits, which are all that messages and the trail say. */
    String lastFour(GatewayRow row) {
        String serial = serial(row);
        return serial.substring(serial.length() - 4);
    }
}
