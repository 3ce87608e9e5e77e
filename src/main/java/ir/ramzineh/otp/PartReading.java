package ir.ramzineh.otp;

/** What became of a key part somebody typed. Only {@link Good} carries the part; the others may be shown and logged. */
public sealed interface PartReading {
    /** The check signs agree. */
    record Good(TypedPart part) implements PartReading {}

    /** The check signs do not agree: the part with this number is mistyped. */
    record Mistyped(int number) implements PartReading {}

    /** It is a good part, of another number: the parts stand in the wrong fields. */
    record OtherPart(int expected, int actual) implements PartReading {}

    /** Signs are missing or too many. */
    record WrongLength(int number, int expected, int found) implements PartReading {}

    /** A sign that no part has; {@code position} counts from 1, without spaces and hyphens. */
    record ForeignSign(int number, int position) implements PartReading {}
}
