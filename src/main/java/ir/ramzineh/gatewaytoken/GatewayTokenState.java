package ir.ramzineh.gatewaytoken;

import java.util.Locale;

/** How far a token is; it only moves forward. */
public enum GatewayTokenState {
    /** A serial number of a branch that nobody has. */
    IN_STOCK,
    /** Given to a customer, who has not activated it yet. */
    ISSUED,
    /** On a phone; what its codes count for say its links. */
    ACTIVE,
    /** Over for good; its key is gone. */
    DEAD;

    /** As part of a key of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
