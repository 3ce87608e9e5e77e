package ir.ramzineh.token;

import ir.ramzineh.issuer.ActivationWay;

/** Whether the SMS of an activation can be sent once more. */
public enum ActivationMessage {
    /** It can, within the limits of sending. */
    SENDABLE,
    /** It goes out when the phone has scanned the QR code, not before (S8). */
    AFTER_SCAN,
    /** This activation has none, or none any more. */
    NONE;

    static ActivationMessage of(ActivationWay way, ActivationState state) {
        if (state.isOver()) {
            return NONE;
        }
        return switch (way) {
            case SCREEN_AND_SMS, RECEIPT_AND_SMS, SERIAL_AND_SMS, SMS_CODE -> SENDABLE;
            case QR_AND_SMS ->
                switch (state) {
                    case PREPARED, SHOWN -> AFTER_SCAN;
                    case SCANNED -> SENDABLE;
                    case CLAIMED, PROVEN, EXPIRED, CANCELLED, REPLACED, FAILED -> NONE;
                };
            case QR, STANDARD_QR, MOVE -> NONE;
        };
    }
}
