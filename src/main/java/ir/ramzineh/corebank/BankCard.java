package ir.ramzineh.corebank;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.NationalId;

/**
 * A card as the bank knows it.
 *
 * @param number its number
 * @param owner whose card it is
 * @param holderName the name printed on it
 * @param expiry until when it is good
 * @param product normal or gift
 * @param active whether the bank lets it be used at all; expiry is looked at apart
 */
public record BankCard(
        CardNumber number,
        NationalId owner,
        LocalizedName holderName,
        CardExpiry expiry,
        CardProduct product,
        boolean active) {}
