package ir.ramzineh.card;

/** No such card, or not the asker's: the two are told apart in the audit trail only. */
public final class CardNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CardNotFoundException() {
        super("no such card for this customer");
    }
}
