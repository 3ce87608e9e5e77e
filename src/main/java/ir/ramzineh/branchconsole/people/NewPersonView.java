package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.branchconsole.StaffWords;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.staff.NewStaffMember;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staffchange.StaffProposals;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.NationalIdField;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Proposes a new member; another administrator approves and draws the invitation. */
@Route(value = "branch/people/new", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.STAFF_MANAGE, order = 91, text = "people.add", glyph = Glyph.PLUS, menu = false)
class NewPersonView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int NAME_LENGTH_MAX = 100;
    private static final int USER_NAME_LENGTH_MAX = 32;

    private final transient StaffProposals proposals;
    private final transient SignedInStaff signedIn;
    private final TextField userName = new TextField(getTranslation("people.column.user-name"));
    private final TextField nameFa = new TextField(getTranslation("people.name-fa"));
    private final TextField nameEn = new TextField(getTranslation("people.name-en"));
    private final NationalIdField nationalId = new NationalIdField(getTranslation("people.national-id"));
    private final PlaceFields place;

    NewPersonView(
            StaffProposals proposals, StaffAdministration administration, SignedInStaff signedIn, StaffWords words) {
        this.proposals = proposals;
        this.signedIn = signedIn;
        this.place = new PlaceFields(words);
        addClassName("branch-page");
        nameFa.setId("person-name-fa");
        nameFa.setMaxLength(NAME_LENGTH_MAX);
        nameFa.setAutofocus(true);
        nameFa.focus();
        nameEn.setId("person-name-en");
        nameEn.setMaxLength(NAME_LENGTH_MAX);
        nameEn.addClassName("ltr-input");
        nationalId.setId("person-national-id");
        nationalId.setHelperText(getTranslation("people.national-id.hint"));
        userName.setId("person-user-name");
        userName.setMaxLength(USER_NAME_LENGTH_MAX);
        userName.addClassName("ltr-input");
        NativeInput.attributes(userName, "autocomplete", "off", "autocapitalize", "none", "spellcheck", "false");
        Button add = new Button(getTranslation("people.propose"), click -> add());
        add.setId("person-add");
        add.addThemeNames("primary");
        add.addClickShortcut(Key.ENTER);
        Anchor back = new Anchor("branch/people", getTranslation("action.cancel"));
        back.setId("person-cancel");
        back.addClassName("button-link");
        Div buttons = new Div(add, back);
        buttons.addClassName("button-row");
        Div form = new Div(nameFa, nameEn, nationalId, userName, place, buttons);
        form.addClassName("branch-form");
        Div surface = new Div(form);
        surface.addClassName("surface");
        Paragraph text = new Paragraph(getTranslation("people.add.text"));
        text.addClassName("hint");
        add(new Div(new H1(getTranslation("people.add")), text));
        ApproversNotice.of(administration.approvers(signedIn.require(), null), "")
                .ifPresent(this::add);
        add(surface);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("people.add");
    }

    private void add() {
        if (isBlank(nameFa) || isBlank(nameEn)) {
            return;
        }
        Optional<NationalId> person = FieldErrors.read(nationalId, nationalId::nationalId);
        Optional<PlaceFields.Place> wanted = person.flatMap(id -> place.read());
        if (person.isEmpty() || wanted.isEmpty()) {
            return;
        }
        LocalizedName name =
                new LocalizedName(nameFa.getValue().strip(), nameEn.getValue().strip());
        FieldErrors.read(userName, () -> proposed(name, person.get(), wanted.get()))
                .ifPresent(id -> ProposalNotice.open(this, id));
    }

    private ApprovalId proposed(LocalizedName name, NationalId person, PlaceFields.Place wanted) {
        try {
            return proposals.add(
                    signedIn.require(),
                    new NewStaffMember(userName.getValue(), name, person, wanted.role(), wanted.branch()));
        } catch (InvalidValueException refused) {
            if (refused.key().equals("error.staff.person-present")) {
                FieldErrors.show(nationalId, FieldErrors.text(this, refused));
            }
            throw refused;
        }
    }

    private boolean isBlank(TextField field) {
        boolean blank = field.getValue().isBlank();
        if (blank) {
            FieldErrors.show(field, getTranslation("field.required"));
        } else {
            field.setInvalid(false);
        }
        return blank;
    }
}
