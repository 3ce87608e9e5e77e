package ir.ramzineh.staff;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import java.util.Optional;

/**
 * Whose customers a member reaches with a permission, for a query that lists: what {@link Permissions#require} says of
 * each, said for all of them at once.
 *
 * @param everywhere customers of every branch
 * @param branch otherwise those of this one, and those without a home branch
 * @param own the customer the member is, who is in no list
 */
public record ReachedCustomers(
        StaffMember member, boolean everywhere, Optional<BranchCode> branch, Optional<CustomerId> own) {}
