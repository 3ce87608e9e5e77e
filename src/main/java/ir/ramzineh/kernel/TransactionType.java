package ir.ramzineh.kernel;

import java.util.Locale;

/** What the code shall approve. */
public enum TransactionType {
    PURCHASE,
    TRANSFER,
    BILL,
    BALANCE,
    WITHDRAWAL,
    /** Never with a one-time code: only the static password counts there (S5.3). */
    PASSWORD_CHANGE;

    /** As part of a key of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
