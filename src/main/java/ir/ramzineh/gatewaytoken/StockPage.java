package ir.ramzineh.gatewaytoken;

import java.util.List;
import java.util.Optional;

/**
 * A page of what lies at a branch.
 *
 * @param serials the oldest first
 * @param next the last one of this page, after which the next begins; empty: there is none
 */
public record StockPage(List<StockSerial> serials, Optional<GatewayTokenId> next) {
    public StockPage {
        serials = List.copyOf(serials);
    }
}
