package ir.ramzineh.staff;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.Digits;
import java.util.Locale;

/**
 * What an administrator types to find members: a part of the user name or of the name in either language, or the whole
 * number of the branch. Capitals, spaces, dots, the kind of digits and the neighbours' yeh and kaf make no difference.
 *
 * @param plain letters and digits alone, in one form; empty: everybody
 */
record StaffSearch(String plain) {
    static StaffSearch of(String typed) {
        return new StaffSearch(plain(typed));
    }

    boolean isEverybody() {
        return plain.isEmpty();
    }

    boolean finds(StaffMember member) {
        BranchCode branch = member.branch();
        return isEverybody()
                || plain(member.userName()).contains(plain)
                || plain(member.name().fa()).contains(plain)
                || plain(member.name().en()).contains(plain)
                || (branch != null && branch.digits().equals(plain));
    }

    private static String plain(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return Digits.toLatin(kept.toString())
                .toLowerCase(Locale.ROOT)
                .replace('ي', 'ی')
                .replace('ك', 'ک');
    }
}
