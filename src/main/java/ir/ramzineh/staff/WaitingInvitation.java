package ir.ramzineh.staff;

import org.jspecify.annotations.Nullable;

/**
 * An invitation that the holder of a ticket may draw, for the first time or in the place of the one drawn before.
 *
 * @param member whom it lets in
 * @param drawn which one was drawn before and not used, a mark that says nothing about the code; {@code null}: none was
 */
public record WaitingInvitation(
        StaffMember member, @Nullable String drawn) {
    /** Whether one was shown before, which another would end. */
    public boolean again() {
        return drawn != null;
    }

    @Override
    public String toString() {
        return "WaitingInvitation[" + member.userName() + "]";
    }
}
