package ir.ramzineh.staff;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;

/** A branch of the bank. */
public record Branch(BranchCode code, LocalizedName name) {}
