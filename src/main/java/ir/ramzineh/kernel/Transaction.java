package ir.ramzineh.kernel;

/**
 * The transaction a code is presented for.
 *
 * @param amount zero for inquiries
 * @param merchantId acceptor as the card switch knows it, 1 to 40 printable ASCII characters
 * @param terminalId terminal as the card switch knows it, 1 to 40 printable ASCII characters
 */
public record Transaction(TransactionType type, Rial amount, String merchantId, String terminalId) {
    /** Longest merchant or terminal id, in characters. */
    public static final int ID_LENGTH_MAX = 40;

    public Transaction {
        requireId(merchantId);
        requireId(terminalId);
    }

    private static void requireId(String id) {
        boolean printable = id.chars().allMatch(c -> c > ' ' && c < 127);
        if (id.isEmpty() || id.length() > ID_LENGTH_MAX || !printable) {
            throw new InvalidValueException("error.transaction.id", ID_LENGTH_MAX);
        }
    }
}
