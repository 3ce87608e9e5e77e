package ir.ramzineh.staff;

import ir.ramzineh.staff.StaffAdministration.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody could approve what an administrator proposes about members of staff; one person alone cannot, nor can the
 * member it is about.
 *
 * @see <a href="file:docs/design-decisions/017-two-administrators.md">decision 017</a>
 */
public enum Approvers {
    /** Another administrator is there, who can sign in. */
    SOMEBODY,
    /** Others are there, none of whom has set up the sign-in. */
    NOT_SET_UP,
    /** The only other administrator who can sign in is whom it is about. */
    ONLY_THE_MEMBER,
    /** No other administrator is active. */
    NOBODY;

    /** @param about whom the proposal is about; {@code null}: somebody new */
    static Approvers among(List<Entry> staff, StaffId who, @Nullable StaffId about) {
        List<Entry> others = staff.stream()
                .filter(entry -> entry.member().active() && entry.member().role() == Role.ADMINISTRATOR)
                .filter(entry -> !entry.member().id().equals(who))
                .toList();
        List<Entry> judges = others.stream()
                .filter(entry -> !entry.member().id().equals(about))
                .toList();
        if (judges.stream().anyMatch(Approvers::signsIn)) {
            return SOMEBODY;
        }
        if (others.isEmpty()) {
            return NOBODY;
        }
        return others.stream().anyMatch(Approvers::signsIn) ? ONLY_THE_MEMBER : NOT_SET_UP;
    }

    private static boolean signsIn(Entry entry) {
        return entry.setUp() || entry.directoryName() != null;
    }
}
