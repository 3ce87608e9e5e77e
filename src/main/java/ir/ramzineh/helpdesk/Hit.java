package ir.ramzineh.helpdesk;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who fits, masked: enough to tell two people of one family apart, and no more.
 *
 * @param nameFa first letter of each word
 * @param nameEn first letter of each word
 * @param nationalId masked
 * @param mobile masked
 */
public record Hit(
        CustomerId customer,
        String nameFa,
        String nameEn,
        String nationalId,
        String mobile,
        @Nullable BranchCode branch,
        boolean signedUp) {}
