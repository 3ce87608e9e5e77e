package ir.ramzineh.staff;

/**
 * By whom a member is added or changed: nobody does it alone, or one administrator would be maker and checker of the deeds
 * of customers (security case 22).
 *
 * @param maker who proposed it
 * @param checker who approved it
 * @see <a href="file:docs/design-decisions/017-two-administrators.md">decision 017</a>
 */
public record TwoAdministrators(StaffId maker, StaffId checker) {
    /** @throws IllegalArgumentException for one who is both */
    public TwoAdministrators {
        if (maker.equals(checker)) {
            throw new IllegalArgumentException("It takes two administrators");
        }
    }
}
