package ir.ramzineh.corebank;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.LocalDate;

/**
 * A person as the bank knows them.
 *
 * @param nationalId whose record it is
 * @param name as in the identity papers
 * @param birthDate day of birth, Gregorian
 * @param mobile the number registered at the bank: the only one that codes are sent to (D3)
 */
public record BankCustomer(NationalId nationalId, LocalizedName name, LocalDate birthDate, MobileNumber mobile) {
    /** Without the birth date, which is asked for as a proof. */
    @Override
    public String toString() {
        return "BankCustomer[" + nationalId + ", " + mobile + "]";
    }
}
