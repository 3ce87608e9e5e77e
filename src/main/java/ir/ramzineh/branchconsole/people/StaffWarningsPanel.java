package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.branchconsole.BranchHomePanel;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.staff.StaffWarning;
import ir.ramzineh.ui.Formats;
import java.util.List;
import java.util.Optional;

/** For administrators: whose password somebody knows who does not have the authenticator. */
@org.springframework.stereotype.Component
class StaffWarningsPanel implements BranchHomePanel {
    private final StaffAdministration administration;
    private final Permissions permissions;

    StaffWarningsPanel(StaffAdministration administration, Permissions permissions) {
        this.administration = administration;
        this.permissions = permissions;
    }

    @Override
    public double order() {
        return 90;
    }

    @Override
    public Optional<Component> create(StaffMember member) {
        if (!permissions.may(member.id(), Permission.STAFF_MANAGE)) {
            return Optional.empty();
        }
        List<StaffWarning> warnings = administration.warnings(member.id());
        return warnings.isEmpty() ? Optional.empty() : Optional.of(panel(warnings));
    }

    private static Component panel(List<StaffWarning> warnings) {
        Section section = new Section();
        section.setId("staff-warnings");
        section.addClassName("surface");
        section.add(
                new H2(section.getTranslation("people.warnings.title")),
                new Paragraph(section.getTranslation("people.warnings.text")));
        UnorderedList list = new UnorderedList();
        Formats formats = Formats.current();
        warnings.forEach(warning -> {
            StaffMember about = warning.member();
            Anchor link = new Anchor(
                    "branch/people/" + about.id().value(),
                    about.name().in(UI.getCurrentOrThrow().getLocale()));
            link.setId("staff-warning-" + about.userName());
            list.add(new ListItem(
                    link,
                    new Span(" · "
                            + section.getTranslation(
                                    warning.taken() ? "people.warnings.taken" : "people.warnings.line",
                                    formats.number(warning.failures()),
                                    formats.dateTime(warning.last())))));
        });
        section.add(list);
        return section;
    }
}
