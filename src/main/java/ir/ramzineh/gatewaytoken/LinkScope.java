package ir.ramzineh.gatewaytoken;

import java.util.Locale;

/** What the codes of a token count for (S10.4). */
public enum LinkScope {
    /** Signing in: at this portal, and at the bank's other gateways through the channel API ({@code GATEWAY}). */
    SIGN_IN,
    /** The account password, through the channel API ({@code ACCOUNT}). */
    ACCOUNT;

    /** As part of a key of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
