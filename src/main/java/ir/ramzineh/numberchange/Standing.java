package ir.ramzineh.numberchange;

import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.kernel.NationalId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which number the bank says it has, asked without writing anything.
 *
 * @param person as the bank has them; {@code null} where it knows nobody or said nothing
 */
record Standing(Which which, @Nullable BankCustomer person) {
    /** Which number. */
    enum Which {
        /** The one from before the change. */
        OLD,
        /** The one the change brings. */
        NEW,
        /** A third one. */
        OTHER,
        /** The bank knows nobody with this national ID. */
        NOBODY,
        /** No answer. */
        SILENT
    }

    /** Asks; the bank may take its time. */
    static Standing ask(CoreBank bank, NationalId nationalId, NumberChangeTable.Row change) {
        Optional<BankCustomer> found;
        try {
            found = bank.customer(nationalId);
        } catch (CoreBankUnavailableException away) {
            return new Standing(Which.SILENT, null);
        }
        return found.map(person -> new Standing(which(person, change), person))
                .orElseGet(() -> new Standing(Which.NOBODY, null));
    }

    private static Which which(BankCustomer person, NumberChangeTable.Row change) {
        if (person.mobile().equals(change.before())) {
            return Which.OLD;
        }
        return person.mobile().equals(change.after()) ? Which.NEW : Which.OTHER;
    }
}
