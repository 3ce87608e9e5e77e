package ir.ramzineh.token;

/** How far an activation has come. */
public enum ActivationState {
    /** Begun; the QR has not been taken to a screen yet. */
    PREPARED,
    /** The QR stands, or stood, on the customer's screen. */
    SHOWN,
    /** A phone has reported that it read the QR. */
    SCANNED,
    /** A phone holds the key; a first code is awaited. */
    CLAIMED,
    /** A first code was proven and the token is active. */
    PROVEN,
    /** Its time ran out. */
    EXPIRED,
    /** The customer gave it up. */
    CANCELLED,
    /** A newer activation of the same card and password took its place. */
    REPLACED,
    /** Too many wrong codes. */
    FAILED;

    /** Whether nothing can happen to it any more. */
    public boolean isOver() {
        return switch (this) {
            case PREPARED, SHOWN, SCANNED, CLAIMED -> false;
            case PROVEN, EXPIRED, CANCELLED, REPLACED, FAILED -> true;
        };
    }
}
