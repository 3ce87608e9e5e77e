package ir.ramzineh.otp;

/**
 * One of the parts that together make a token's key, each on its own way to the customer. One part alone says nothing
 * about the key.
 */
public sealed interface KeyPart permits TypedPart, ScannedPart {
    /** Place among all parts, from 1. */
    int number();

    /** What goes into the key. A secret: for {@link ActivationKeys} and for sealed storage only. */
    byte[] material();
}
