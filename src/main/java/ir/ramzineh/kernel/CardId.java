package ir.ramzineh.kernel;

/** A card known to the portal; stands in URLs in place of the card number. */
public record CardId(long value) {
    public CardId {
        if (value <= 0) {
            throw new InvalidValueException("error.id");
        }
    }
}
