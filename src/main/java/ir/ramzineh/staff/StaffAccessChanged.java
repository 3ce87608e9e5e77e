package ir.ramzineh.staff;

/** Published in the transaction that changes what a member may do or signs in with: open sign-ins must end with it. */
public record StaffAccessChanged(StaffId id) {}
