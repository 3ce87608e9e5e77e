package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.branchconsole.BranchHomePanel;
import ir.ramzineh.helpdesk.CaseDesk;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffMember;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the first page: how many cases wait for the branch. */
@Component
class CasesHomePanel implements BranchHomePanel {
    private final CaseDesk cases;
    private final Permissions permissions;

    CasesHomePanel(CaseDesk cases, Permissions permissions) {
        this.cases = cases;
        this.permissions = permissions;
    }

    @Override
    public double order() {
        return 20;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> create(StaffMember member) {
        if (!permissions.may(member.id(), Permission.CASE_HANDLE)) {
            return Optional.empty();
        }
        int waiting = cases.waiting(member.id());
        if (waiting == 0) {
            return Optional.empty();
        }
        DeskWords words = DeskWords.of(UI.getCurrentOrThrow().getLocale());
        Section section = DeskWords.section("desk-home-cases", words.get("desk.cases"));
        Anchor open = new Anchor(
                "branch/cases", words.get("desk.cases.caption", words.formats().number(waiting)));
        open.setId("desk-home-cases-open");
        section.add(open);
        return Optional.of(section);
    }
}
