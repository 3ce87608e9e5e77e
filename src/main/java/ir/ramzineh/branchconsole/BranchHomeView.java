package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The first page after sign-in: what waits for this member, and what the member can do. */
@Route(value = "branch", layout = BranchLayout.class)
@RolesAllowed("STAFF")
class BranchHomeView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    BranchHomeView(SignedInStaff staff, StaffWords words, ObjectProvider<BranchHomePanel> panels) {
        addClassName("branch-page");
        StaffMember member = staff.member();
        H1 title = new H1(getTranslation("branch.home.greeting", member.name().in(getLocale())));
        Paragraph place = new Paragraph(words.roleAndBranch(member));
        place.addClassName("hint");
        add(new Div(title, place));
        List<Component> waiting = panels.stream()
                .sorted(Comparator.comparingDouble(BranchHomePanel::order))
                .map(panel -> panel.create(member))
                .flatMap(Optional::stream)
                .toList();
        if (!waiting.isEmpty()) {
            Div all = new Div();
            all.add(waiting);
            all.setId("branch-waiting");
            all.addClassName("branch-panels");
            add(all);
        }
        add(tasks(member));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("branch.home.title");
    }

    private Section tasks(StaffMember member) {
        UnorderedList list = new UnorderedList();
        list.setId("branch-tasks");
        list.addClassName("branch-tasks");
        BranchMenu.of(member.role()).stream()
                .filter(entry -> !entry.path().equals(BranchMenu.HOME))
                .forEach(entry -> {
                    Anchor link = new Anchor(entry.path(), "");
                    link.setId(entry.id().replace("branch-nav-", "branch-task-"));
                    link.add(entry.glyph().create(), new Span(getTranslation(entry.text())));
                    list.add(new ListItem(link));
                });
        return new Section(new H2(getTranslation("branch.home.tasks")), list);
    }
}
