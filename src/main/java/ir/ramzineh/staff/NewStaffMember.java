package ir.ramzineh.staff;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.NationalId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to become a member of staff.
 *
 * @param userName 3 to 32 characters: Latin letters, digits, dot, dash and underscore, beginning with a letter; kept in
 *     lower case
 * @param nationalId the own one, by which nobody acts on oneself (security case 22)
 * @param branch needed for a role of one branch
 */
public record NewStaffMember(
        String userName,
        LocalizedName name,
        NationalId nationalId,
        Role role,
        @Nullable BranchCode branch) {
    private static final Pattern USER_NAME = Pattern.compile("[a-z][a-z0-9._-]{2,31}");

    /** @throws InvalidValueException naming the broken rule */
    public NewStaffMember {
        userName = userName.strip().toLowerCase(Locale.ROOT);
        if (!USER_NAME.matcher(userName).matches()) {
            throw new InvalidValueException("error.staff.user-name");
        }
        requireBranch(role, branch);
    }

    /**
     * Looks whether a role stands with the branch it needs.
     *
     * @throws InvalidValueException it does not
     */
    public static void requireBranch(Role role, @Nullable BranchCode branch) {
        if (role.ofOneBranch() && branch == null) {
            throw new InvalidValueException("error.staff.branch-needed");
        }
    }
}
