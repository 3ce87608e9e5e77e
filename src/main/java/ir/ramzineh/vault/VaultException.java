package ir.ramzineh.vault;

/**
 * A stored value did not open. Whether a bit was flipped, a row swapped, the value cut short or its key is missing is
 * deliberately not told: the difference would be an oracle (security case 21).
 */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultException() {
        super("The stored value does not open");
    }
}
