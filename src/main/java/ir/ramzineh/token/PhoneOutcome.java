package ir.ramzineh.token;

/**
 * What came of a request of a phone that has the key.
 *
 * @param <T> what it asked for
 */
public sealed interface PhoneOutcome<T> {
    /** Answered. */
    record Done<T>(T answer) implements PhoneOutcome<T> {}

    /** It has a copy: another device holds the token (S10.23, S10.24). Nothing was done. */
    record Held<T>(Holder holder) implements PhoneOutcome<T> {}

    /** The token died while it was asking. */
    record Gone<T>() implements PhoneOutcome<T> {}
}
