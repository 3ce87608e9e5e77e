package ir.ramzineh.staffchange;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.staff.NewStaffMember;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a change of a member needs, as the entries of a sealed proposal. */
final class StaffChangePayload {
    private static final String MEMBER = "member";
    private static final String SEEN = "seen";
    private static final String ROLE = "role";
    private static final String BRANCH = "branch";
    private static final String USER_NAME = "user-name";
    private static final String NAME_FA = "name-fa";
    private static final String NAME_EN = "name-en";
    private static final String NATIONAL_ID = "national-id";
    private static final String DIRECTORY_NAME = "directory-name";

    private StaffChangePayload() {}

    static Map<String, String> of(NewStaffMember wanted) {
        return Map.of(
                USER_NAME, wanted.userName(),
                NAME_FA, wanted.name().fa(),
                NAME_EN, wanted.name().en(),
                NATIONAL_ID, wanted.nationalId().digits(),
                ROLE, wanted.role().name(),
                BRANCH, digits(wanted.branch()));
    }

    /** About a member as it stands now. */
    static Map<String, String> of(StaffMember member) {
        return Map.of(MEMBER, Long.toString(member.id().value()), SEEN, seen(member));
    }

    static Map<String, String> place(StaffMember member, Role role, @Nullable BranchCode branch) {
        return with(member, Map.of(ROLE, role.name(), BRANCH, digits(branch)));
    }

    static Map<String, String> directory(StaffMember member, String name) {
        return with(member, Map.of(DIRECTORY_NAME, name));
    }

    static Optional<StaffId> member(Map<String, String> payload) {
        return Optional.ofNullable(payload.get(MEMBER)).map(Long::parseLong).map(StaffId::new);
    }

    /** Whether a member still stands as it was when the change was proposed. */
    static boolean isAsSeen(StaffMember member, Map<String, String> payload) {
        return seen(member).equals(payload.get(SEEN));
    }

    static NewStaffMember wanted(Map<String, String> payload) {
        return new NewStaffMember(
                entry(payload, USER_NAME),
                new LocalizedName(entry(payload, NAME_FA), entry(payload, NAME_EN)),
                NationalId.of(entry(payload, NATIONAL_ID)),
                role(payload),
                branch(payload));
    }

    static Role role(Map<String, String> payload) {
        return Role.valueOf(entry(payload, ROLE));
    }

    static @Nullable BranchCode branch(Map<String, String> payload) {
        String digits = entry(payload, BRANCH);
        return digits.isEmpty() ? null : new BranchCode(digits);
    }

    static String directoryName(Map<String, String> payload) {
        return entry(payload, DIRECTORY_NAME);
    }

    private static String entry(Map<String, String> payload, String name) {
        return Objects.requireNonNull(payload.get(name));
    }

    private static Map<String, String> with(StaffMember member, Map<String, String> more) {
        Map<String, String> payload = new HashMap<>(of(member));
        payload.putAll(more);
        return payload;
    }

    private static String seen(StaffMember member) {
        return member.role() + " " + digits(member.branch()) + " " + member.active();
    }

    private static String digits(@Nullable BranchCode branch) {
        return branch == null ? "" : branch.digits();
    }
}
