package ir.ramzineh.staff;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the bank. The own national ID, by which nobody acts on oneself, stays sealed in the row.
 *
 * @param userName lower-case Latin, 3 to 32 characters; the name in the trail
 * @param branch never {@code null} for a role of one branch
 * @param active whether this person may work at all
 */
public record StaffMember(
        StaffId id,
        String userName,
        LocalizedName name,
        Role role,
        @Nullable BranchCode branch,
        boolean active) {}
