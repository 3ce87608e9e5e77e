package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.branchconsole.StaffWords;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staff.StaffAdministration.Entry;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.staffchange.StaffProposals;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One member: role and branch, the name in the bank's directory, and what ends or renews a sign-in. What gives the member
 * more is proposed here and approved by another administrator; what takes away happens at once.
 */
@Route(value = "branch/people/:member([0-9]+)", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.STAFF_MANAGE, order = 92, text = "people.title", glyph = Glyph.PERSON, menu = false)
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient StaffAdministration administration;
    private final transient StaffProposals proposals;
    private final transient SignedInStaff signedIn;
    private final transient StaffWords words;

    PersonView(StaffAdministration administration, StaffProposals proposals, SignedInStaff signedIn, StaffWords words) {
        this.administration = administration;
        this.proposals = proposals;
        this.signedIn = signedIn;
        this.words = words;
        addClassName("branch-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = event.getRouteParameters().getLong("member").orElse(0L);
        entry(id).ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("people.title");
    }

    private Optional<Entry> entry(long id) {
        return administration.one(signedIn.require(), id);
    }

    private void show(Entry entry) {
        StaffMember member = entry.member();
        removeAll();
        Anchor back = new Anchor("branch/people", getTranslation("people.back"));
        back.setId("people-back");
        Paragraph facts = new Paragraph(
                LtrText.verbatim(member.userName()),
                new Text(" · " + words.roleAndBranch(member) + " "),
                PeopleView.state(entry));
        facts.setId("person-facts");
        add(back, new Div(new H1(member.name().in(getLocale())), facts));
        if (member.id().equals(signedIn.require())) {
            add(new Notice(Notice.Kind.INFO, getTranslation("people.own")));
        } else {
            ApproversNotice.of(
                            administration.approvers(signedIn.require(), member.id()),
                            member.name().in(getLocale()))
                    .ifPresent(this::add);
            proposals.waiting(signedIn.require(), member).forEach(one -> add(ProposalNotice.of(one)));
            add(place(member), directory(entry), deeds(member));
        }
    }

    private void again(StaffId id) {
        show(entry(id.value()).orElseThrow());
    }

    /** Leads to the proposal; what speaks against it stands on top of this page. */
    private void propose(StaffId id, Supplier<ApprovalId> proposal) {
        try {
            ProposalNotice.open(this, proposal.get());
        } catch (InvalidValueException refused) {
            again(id);
            Notice notice = new Notice(Notice.Kind.WARNING, FieldErrors.text(this, refused));
            notice.setId("person-message");
            addComponentAtIndex(2, notice);
        }
    }

    private Section place(StaffMember member) {
        PlaceFields fields = new PlaceFields(words);
        fields.show(member.role(), member.branch());
        Button save = button(
                "person-place-save",
                "people.propose",
                () -> fields.read()
                        .ifPresent(wanted -> propose(
                                member.id(),
                                () -> proposals.place(
                                        signedIn.require(), member.id(), wanted.role(), wanted.branch()))));
        save.addThemeNames("primary");
        return section("people.place", fields, row(save));
    }

    private Section directory(Entry entry) {
        StaffId id = entry.member().id();
        TextField name = new TextField(getTranslation("people.directory.name"));
        name.setId("person-directory-name");
        name.addClassName("ltr-input");
        name.setMaxLength(StaffAdministration.DIRECTORY_NAME_LENGTH_MAX);
        name.setValue(Objects.requireNonNullElse(entry.directoryName(), ""));
        NativeInput.attributes(name, "autocomplete", "off", "autocapitalize", "none", "spellcheck", "false");
        Button save = button("person-directory-save", "people.propose", () -> {
            try {
                ProposalNotice.open(this, proposals.directoryName(signedIn.require(), id, name.getValue()));
            } catch (InvalidValueException refused) {
                FieldErrors.show(name, FieldErrors.text(name, refused));
            }
        });
        return section("people.directory", name, row(save));
    }

    private Section deeds(StaffMember member) {
        StaffId id = member.id();
        Button end = button(
                "person-end",
                "people.end",
                () -> ask("end", () -> {
                    administration.endSignIns(signedIn.require(), id);
                    again(id);
                    Toast.success(getTranslation("people.end.done"));
                }));
        Button reset = button(
                "person-reset",
                "people.reset",
                () -> ask("reset", () -> propose(id, () -> proposals.reset(signedIn.require(), id))));
        Button active = member.active()
                ? button(
                        "person-disable",
                        "people.disable",
                        () -> ask("disable", () -> {
                            administration.disable(signedIn.require(), id);
                            again(id);
                            Toast.success(getTranslation("people.disable.done"));
                        }))
                : button(
                        "person-enable",
                        "people.enable",
                        () -> propose(id, () -> proposals.enable(signedIn.require(), id)));
        return section("people.deeds", row(end, reset, active));
    }

    private void ask(String deed, Runnable action) {
        Confirmation.ask(
                "person-" + deed + "-confirm",
                getTranslation("people." + deed),
                getTranslation("people." + deed + ".happens"),
                getTranslation("people." + deed + ".remains"),
                getTranslation("people." + deed),
                action);
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(getTranslation(text), click -> action.run());
        button.setId(id);
        return button;
    }

    private static Div row(Component... buttons) {
        Div row = new Div(buttons);
        row.addClassName("button-row");
        return row;
    }

    private Section section(String key, Component... content) {
        Paragraph text = new Paragraph(getTranslation(key + ".text"));
        text.addClassName("hint");
        Section section = new Section(new H2(getTranslation(key + ".title")), text);
        section.add(content);
        section.addClassName("surface");
        return section;
    }
}
