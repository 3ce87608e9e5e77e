package ir.ramzineh.gatewaytoken;

import java.util.Locale;

/** Why a code was accepted or refused; for the customer and the staff, never for a channel. */
public enum GatewayReason {
    ACCEPTED,
    WRONG_CODE,
    /** The wrong code that locked it. */
    WRONG_CODE_LOCKED,
    EXPIRED,
    TOO_EARLY,
    ALREADY_USED,
    MALFORMED,
    /** After too many wrong codes; the branch opens it. */
    LOCKED,
    /** Nothing is linked (S10.4), or nobody is known by what was sent. */
    NOT_LINKED,
    /** Passwords are changed with the static password only (S5.3). */
    STATIC_PASSWORD_NEEDED;

    /** Key of the sentence the customer reads. */
    public String key() {
        return "gateway.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
