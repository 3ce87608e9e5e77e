package ir.ramzineh.staff;

import java.time.Instant;

/**
 * Somebody who knows a member's password typed wrong codes of the authenticator, several in a row.
 *
 * @param failures how many in a row, 5 to 100
 * @param last when the latest was typed
 * @param taken whether the authenticator was taken away for it
 */
public record StaffWarning(StaffMember member, int failures, Instant last, boolean taken) {}
