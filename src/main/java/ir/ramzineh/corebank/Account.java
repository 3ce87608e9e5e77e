package ir.ramzineh.corebank;

import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.Rial;

/**
 * An account with its balance, read only (S1.11).
 *
 * @param bank key of the issuer profile of the bank that keeps it, such as {@code melli}
 * @param number its number; unique inside one bank
 * @param owner whose account it is
 * @param kind what kind it is
 * @param balance what stands on it
 */
public record Account(String bank, AccountNumber number, NationalId owner, AccountKind kind, Rial balance) {
    /** Without the balance. */
    @Override
    public String toString() {
        return "Account[" + bank + ", " + number + "]";
    }
}
