package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.branchconsole.StaffWords;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staff.StaffAdministration.Entry;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;

/** Everybody who works here, one line each. */
@Route(value = "branch/people", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.STAFF_MANAGE, order = 90, text = "people.title", glyph = Glyph.PERSON)
class PeopleView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient StaffWords words;

    PeopleView(StaffAdministration administration, SignedInStaff signedIn, StaffWords words) {
        this.words = words;
        addClassName("branch-page");
        Anchor add = new Anchor("branch/people/new", getTranslation("people.add"));
        add.setId("people-add");
        add.addClassNames("button-link", "button-link-primary");
        Paragraph text = new Paragraph(getTranslation("people.text"));
        text.addClassName("hint");
        Div head = new Div(new Div(new H1(getTranslation("people.title")), text), add);
        head.addClassName("branch-head");
        BranchTable table = new BranchTable(
                "people-list",
                getTranslation("people.caption"),
                Stream.of("name", "user-name", "role", "branch", "state")
                        .map(column -> getTranslation("people.column." + column))
                        .toArray(String[]::new));
        administration.all(signedIn.require()).forEach(entry -> row(table, entry));
        add(head);
        ApproversNotice.of(administration.approvers(signedIn.require(), null), "")
                .ifPresent(this::add);
        add(table);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("people.title");
    }

    private void row(BranchTable table, Entry entry) {
        StaffMember member = entry.member();
        Anchor name =
                new Anchor("branch/people/" + member.id().value(), member.name().in(getLocale()));
        name.setId("person-" + member.userName());
        BranchCode branch = member.branch();
        table.row(
                name,
                LtrText.verbatim(member.userName()),
                BranchTable.text(words.role(member.role())),
                BranchTable.text(branch == null ? getTranslation("people.whole-bank") : words.branch(branch)),
                state(entry));
    }

    static Span state(Entry entry) {
        String state = !entry.member().active()
                ? "disabled"
                : entry.setUp() || entry.directoryName() != null ? "active" : "invited";
        Span badge = new Span();
        badge.setText(badge.getTranslation("people.state." + state));
        badge.addClassNames(
                "branch-badge",
                switch (state) {
                    case "disabled" -> "bad";
                    case "active" -> "good";
                    default -> "waiting";
                });
        return badge;
    }
}
