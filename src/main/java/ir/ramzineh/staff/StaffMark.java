package ir.ramzineh.staff;

/**
 * What a sign-in rests on.
 *
 * @param version of the member; every change of role, branch, activity, password or authenticator raises it
 */
public record StaffMark(int version) {}
