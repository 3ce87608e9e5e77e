package ir.ramzineh.issuer;

/** A way in which a new key reaches the customer's phone. */
public enum ActivationWay {
    /** One QR code that holds the whole key (S12). */
    QR,
    /** A QR code on the screen and a short code by SMS (S8). */
    QR_AND_SMS,
    /** A text part on the screen and a text part by SMS, typed or pasted (S1.14). */
    SCREEN_AND_SMS,
    /** An {@code otpauth://totp/} QR code for any authenticator. */
    STANDARD_QR,
    /** A text part on the receipt of the ATM and a text part by SMS (S3.5, S3.6, S14.6). */
    RECEIPT_AND_SMS,
    /** A serial number on the receipt and a code by SMS, with which the phone claims the key (S9.4, S9.9, S10.10). */
    SERIAL_AND_SMS,
    /** A code by SMS alone, with which the phone claims the key for a card number (S4.5, S7.5, S7.10). */
    SMS_CODE,
    /** A key sealed to a new phone on the word of the old one (S10.23). */
    MOVE;

    /** Whether it begins at an ATM. */
    public boolean atAtm() {
        return switch (this) {
            case RECEIPT_AND_SMS, SERIAL_AND_SMS, SMS_CODE -> true;
            case QR, QR_AND_SMS, SCREEN_AND_SMS, STANDARD_QR, MOVE -> false;
        };
    }

    /** Whether it begins in the portal. */
    public boolean inPortal() {
        return !atAtm() && this != MOVE;
    }

    /** Whether the phone gets the key from the portal; otherwise its parts hold the key. */
    public boolean claimed() {
        return switch (this) {
            case QR_AND_SMS, SERIAL_AND_SMS, SMS_CODE, MOVE -> true;
            case QR, SCREEN_AND_SMS, STANDARD_QR, RECEIPT_AND_SMS -> false;
        };
    }
}
