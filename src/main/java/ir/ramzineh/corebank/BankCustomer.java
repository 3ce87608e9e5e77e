package ir.ramzineh.corebank;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as the bank knows them.
 *
 * @param nationalId whose record it is
 * @param name as in the identity papers
 * @param birthDate day of birth, Gregorian
 * @param mobile the number registered at the bank: the only one that codes are sent to (D3)
 * @param branch the home branch, if the bank names one; its staff serves this person
 * @param mobileSince when the bank registered the number, as the bank says; {@code null}: it does not say. Not checked here:
 *     it may lie in the future
 */
public record BankCustomer(
        NationalId nationalId,
        LocalizedName name,
        LocalDate birthDate,
        MobileNumber mobile,
        @Nullable BranchCode branch,
        @Nullable Instant mobileSince) {
    /** Somebody whose home branch the bank does not name. */
    public BankCustomer(NationalId nationalId, LocalizedName name, LocalDate birthDate, MobileNumber mobile) {
        this(nationalId, name, birthDate, mobile, null, null);
    }

    /** Somebody of whose number the bank does not say since when it stands. */
    public BankCustomer(
            NationalId nationalId,
            LocalizedName name,
            LocalDate birthDate,
            MobileNumber mobile,
            @Nullable BranchCode branch) {
        this(nationalId, name, birthDate, mobile, branch, null);
    }

    /** Without the birth date, which is asked for as a proof. */
    @Override
    public String toString() {
        return "BankCustomer[" + nationalId + ", " + mobile + "]";
    }
}
