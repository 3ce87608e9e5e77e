package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Branches;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.Formats;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Roles and branches in the reader's language. */
@Component
public class StaffWords {
    private final Branches branches;

    StaffWords(Branches branches) {
        this.branches = branches;
    }

    /** Such as «صندوق‌دار». */
    public String role(Role role) {
        return I18NProvider.translate(
                "staff.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Its name with its number, or its number alone while nobody has named it. */
    public String branch(BranchCode code) {
        String number = Formats.current().digits(code.digits());
        LocalizedName name = branches.name(code).orElse(null);
        return name == null
                ? I18NProvider.translate("staff.branch.number", number)
                : I18NProvider.translate(
                        "staff.branch.named", name.in(UI.getCurrentOrThrow().getLocale()), number);
    }

    /** Role and, where there is one, branch. */
    public String roleAndBranch(StaffMember member) {
        BranchCode branch = member.branch();
        return branch == null
                ? role(member.role())
                : I18NProvider.translate("staff.role-and-branch", role(member.role()), branch(branch));
    }
}
