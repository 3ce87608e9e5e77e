package ir.ramzineh.issuer;

/** A way in which the portal hands a new key to the customer's phone. */
public enum ActivationWay {
    /** One QR code that holds the whole key (S12). */
    QR,
    /** A QR code on the screen and a short code by SMS (S8). */
    QR_AND_SMS,
    /** A text part on the screen and a text part by SMS, typed or pasted (S1.14). */
    SCREEN_AND_SMS,
    /** An {@code otpauth://totp/} QR code for any authenticator. */
    STANDARD_QR
}
