package ir.ramzineh.customer;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What sign-up knows about a person once the bank has confirmed it.
 *
 * @param branch the home branch, if the bank names one
 */
public record NewCustomer(
        NationalId nationalId,
        MobileNumber mobile,
        LocalizedName name,
        Locale locale,
        @Nullable BranchCode branch) {
    /** Somebody whose home branch the bank has not named. */
    public NewCustomer(NationalId nationalId, MobileNumber mobile, LocalizedName name, Locale locale) {
        this(nationalId, mobile, name, locale, null);
    }
}
