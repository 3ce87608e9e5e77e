package ir.ramzineh.customer;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.Locale;

/** What sign-up knows about a person once the bank has confirmed it. */
public record NewCustomer(NationalId nationalId, MobileNumber mobile, LocalizedName name, Locale locale) {}
