package ir.ramzineh.staff;

/**
 * The right to draw the invitation of a member, which lets one in once: it belongs to the administrator who approved, and
 * to nobody else.
 *
 * @param number of the approval
 * @param holder who approved
 */
public record StaffTicket(long number, StaffId holder) {}
