package ir.ramzineh.helpdesk;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.util.function.Consumer;

/**
 * A call of a service by a member of staff.
 *
 * @param asks the permission that the trail names when it is refused
 */
record Deed(String name, Permission asks, About about, Consumer<StaffId> by) {
    /** What a deed is about, which decides whether the branch matters and the own person. */
    enum About {
        /** The customer of the scene, at home in {@link StaffFixtures#HOME}. */
        CUSTOMER,
        /** What lies at {@link StaffFixtures#HOME}. */
        BRANCH,
        /** Nobody yet: a list, a search, a setting. */
        NOBODY
    }

    boolean isFor(Role role, BranchCode branch) {
        return switch (asks.of(role)) {
            case BANK -> true;
            case BRANCH -> about == About.NOBODY || branch.equals(StaffFixtures.HOME);
            case NONE -> false;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
