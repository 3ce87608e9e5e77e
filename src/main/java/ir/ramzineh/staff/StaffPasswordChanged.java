package ir.ramzineh.staff;

/** A member changed the own password: the other sign-ins end in the same transaction, the one that asked for it stays. */
public record StaffPasswordChanged(StaffId id) {}
