package ir.ramzineh.gatewaytoken;

/**
 * A serial number that lies at a branch and is nobody's yet.
 *
 * @param serial in groups of four, as on its paper
 */
public record StockSerial(GatewayTokenId token, String serial) {
    /** Without the serial number. */
    @Override
    public String toString() {
        return "StockSerial[" + token.value() + "]";
    }
}
