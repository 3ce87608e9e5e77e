package ir.ramzineh.staff;

import ir.ramzineh.kernel.InvalidValueException;

/** A member of staff. Not a secret; what a member may do is asked of {@link Permissions} with every deed. */
public record StaffId(long value) {
    public StaffId {
        if (value <= 0) {
            throw new InvalidValueException("error.id");
        }
    }
}
