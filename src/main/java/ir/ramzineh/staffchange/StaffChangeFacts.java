package ir.ramzineh.staffchange;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.NewStaffMember;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffAdministration.Entry;
import ir.ramzineh.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What maker and checker read about a change of a member: who, before, after, and what the role can do. */
final class StaffChangeFacts {
    /** Whom it is about, by the user name. */
    static final String MEMBER = "member";

    private StaffChangeFacts() {}

    static Map<String, String> of(NewStaffMember wanted) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(MEMBER, wanted.userName());
        facts.put("member-name", wanted.name().fa());
        facts.put("member-name-en", wanted.name().en());
        facts.put("national-id", wanted.nationalId().masked());
        put(facts, "", wanted.role(), wanted.branch());
        return facts;
    }

    static Map<String, String> of(StaffMember member) {
        Map<String, String> facts = named(member);
        put(facts, "", member.role(), member.branch());
        return facts;
    }

    static Map<String, String> place(StaffMember member, Role role, @Nullable BranchCode branch) {
        Map<String, String> facts = named(member);
        put(facts, "-before", member.role(), member.branch());
        put(facts, "", role, branch);
        return facts;
    }

    static Map<String, String> directory(Entry entry, String name) {
        Map<String, String> facts = of(entry.member());
        facts.put("directory-before", orNone(Objects.requireNonNullElse(entry.directoryName(), "")));
        facts.put("directory-after", orNone(name));
        return facts;
    }

    /** What somebody in this role can do. */
    static Afterward able(Role role, @Nullable BranchCode branch) {
        return sentence("staff.after.able.", role, branch);
    }

    /** The role and branch that end. */
    static Afterward noLonger(StaffMember member) {
        return sentence("staff.after.no-longer.", member.role(), member.branch());
    }

    private static Afterward sentence(String prefix, Role role, @Nullable BranchCode branch) {
        return Afterward.of(
                prefix + role.name().toLowerCase(Locale.ROOT).replace('_', '-'), branch == null ? "" : branch.digits());
    }

    private static Map<String, String> named(StaffMember member) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(MEMBER, member.userName());
        facts.put("member-name", member.name().fa());
        facts.put("member-name-en", member.name().en());
        return facts;
    }

    private static void put(Map<String, String> facts, String when, Role role, @Nullable BranchCode branch) {
        facts.put("role" + when, role.name());
        facts.put("branch" + when, branch == null ? "WHOLE_BANK" : branch.digits());
    }

    private static String orNone(String name) {
        return name.isEmpty() ? "NONE" : name;
    }
}
