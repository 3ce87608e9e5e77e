package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
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
import ir.ramzineh.staff.StaffPage;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;

/** Everybody who works here, one line each, found by a search and read page by page. */
@Route(value = "branch/people", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.STAFF_MANAGE, order = 90, text = "people.title", glyph = Glyph.PERSON)
class PeopleView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int SEARCH_LENGTH_MAX = 100;
    private static final String FIRST_PAGE = "";

    private final transient StaffAdministration administration;
    private final transient SignedInStaff signedIn;
    private final transient StaffWords words;
    private final TextField search = new TextField(getTranslation("people.search"));
    private final Div results = new Div();
    private String sought = "";

    PeopleView(StaffAdministration administration, SignedInStaff signedIn, StaffWords words) {
        this.administration = administration;
        this.signedIn = signedIn;
        this.words = words;
        addClassName("branch-page");
        results.setId("people-results");
        results.addClassName("branch-page");
        results.getElement().setAttribute("aria-live", "polite");
        add(head());
        ApproversNotice.of(administration.approvers(signedIn.require(), null), "")
                .ifPresent(this::add);
        add(form(), results);
        show(FIRST_PAGE);
    }

    private Div head() {
        Anchor add = new Anchor("branch/people/new", getTranslation("people.add"));
        add.setId("people-add");
        add.addClassNames("button-link", "button-link-primary");
        Paragraph text = new Paragraph(getTranslation("people.text"));
        text.addClassName("hint");
        Div head = new Div(new Div(new H1(getTranslation("people.title")), text), add);
        head.addClassName("branch-head");
        return head;
    }

    private Div form() {
        search.setId("people-search");
        search.setMaxLength(SEARCH_LENGTH_MAX);
        search.setHelperText(getTranslation("people.search.help"));
        Button find = button("people-find", "people.find", () -> {
            sought = search.getValue();
            show(FIRST_PAGE);
        });
        Div buttons = new Div(find);
        buttons.addClassNames("button-row", "whole");
        Div form = new Div(search, buttons);
        form.addClassNames("surface", "branch-form");
        find.addClickShortcut(Key.ENTER).listenOn(form);
        return form;
    }

    private void show(String after) {
        StaffPage page = administration.page(signedIn.require(), sought, after);
        results.removeAll();
        if (page.entries().isEmpty()) {
            results.add(
                    StatePanel.empty(Glyph.PERSON, getTranslation("people.none"), getTranslation("people.none.text")));
            return;
        }
        BranchTable table = new BranchTable(
                "people-list",
                getTranslation("people.caption"),
                Stream.of("name", "user-name", "role", "branch", "state")
                        .map(column -> getTranslation("people.column." + column))
                        .toArray(String[]::new));
        page.entries().forEach(entry -> row(table, entry));
        results.add(table);
        Div buttons = new Div();
        buttons.addClassName("button-row");
        if (!after.equals(FIRST_PAGE)) {
            buttons.add(button("people-first", "people.first", () -> show(FIRST_PAGE)));
        }
        page.next().ifPresent(next -> buttons.add(button("people-next", "people.next", () -> show(next))));
        results.add(buttons);
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(getTranslation(text), click -> action.run());
        button.setId(id);
        return button;
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
