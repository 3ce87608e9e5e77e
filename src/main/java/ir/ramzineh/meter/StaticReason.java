package ir.ramzineh.meter;

import java.util.EnumSet;
import java.util.Set;

/** Why the second password of a card is still static, or counts as such. Of several reasons the first here is told. */
public enum StaticReason {
    /** Gift cards stay on the static password (S5.10). */
    GIFT,
    EXPIRED,
    /** Stopped by the bank. */
    INACTIVE,
    /** Codes were switched off after wrong ones (S7.13) and no new activation followed. */
    LOCKED,
    /** Codes are on, and the customer let the static password pay small amounts (I8). */
    EXEMPT,
    /** The owner never signed up for the portal. */
    NO_SIGN_UP,
    /** Was dynamic once and went back. */
    SWITCHED_BACK,
    /** Signed up and never began. */
    NEVER_ACTIVATED;

    /** The cards whose owners can do something about it. */
    static final Set<StaticReason> REMINDED = EnumSet.of(LOCKED, NO_SIGN_UP, SWITCHED_BACK, NEVER_ACTIVATED);
}
