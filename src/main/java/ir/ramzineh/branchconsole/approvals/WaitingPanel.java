package ir.ramzineh.branchconsole.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.branchconsole.BranchHomePanel;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.Formats;
import java.util.List;
import java.util.Optional;

/**
 * How many proposals wait for this member's decision; for makers, how many of their own wait for somebody else's. Both
 * read how many of their own were not done.
 */
@org.springframework.stereotype.Component
class WaitingPanel implements BranchHomePanel {
    private final Approvals approvals;
    private final Permissions permissions;

    WaitingPanel(Approvals approvals, Permissions permissions) {
        this.approvals = approvals;
        this.permissions = permissions;
    }

    @Override
    public double order() {
        return 20;
    }

    @Override
    public Optional<Component> create(StaffMember member) {
        boolean decides = permissions.may(member.id(), Permission.APPROVAL_DECIDE)
                || permissions.may(member.id(), Permission.STAFF_APPROVE);
        if (!decides && !permissions.may(member.id(), Permission.APPROVAL_VIEW)) {
            return Optional.empty();
        }
        List<Approval> waiting = approvals.waiting(member.id(), Approvals.LIMIT_MAX);
        long mine = waiting.stream()
                .filter(one -> decides != one.maker().id().equals(member.id()))
                .count();
        int notDone = approvals.notDone(member.id());
        return mine == 0 && notDone == 0 ? Optional.empty() : Optional.of(panel(decides, mine, notDone));
    }

    private static Component panel(boolean decides, long count, int notDone) {
        Section section = new Section();
        section.setId("approvals-panel");
        section.addClassName("surface");
        String key = decides ? "approvals.panel.decide" : "approvals.panel.own";
        section.add(new H2(section.getTranslation("approvals.title")));
        if (count > 0) {
            section.add(
                    new Paragraph(section.getTranslation(key, Formats.current().number(count))));
        }
        if (notDone > 0) {
            Paragraph news = new Paragraph(section.getTranslation(
                    "approvals.panel.not-done",
                    Formats.current().number(Approvals.NEWS_DAYS),
                    Formats.current().number(notDone)));
            news.setId("approvals-panel-not-done");
            section.add(news);
        }
        Anchor link = new Anchor("branch/approvals", section.getTranslation("approvals.panel.open"));
        link.setId("approvals-panel-open");
        section.add(link);
        return section;
    }
}
