package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Branch;
import ir.ramzineh.staff.Branches;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;

/** The branches and what they are called. */
@Route(value = "branch/branches", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.STAFF_MANAGE, order = 95, text = "branches.title", glyph = Glyph.HOME)
class BranchesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int NAME_LENGTH_MAX = 100;

    private final transient Branches branches;
    private final transient SignedInStaff signedIn;
    private final Div frame = new Div();
    private final TextField code = new TextField(getTranslation("branches.code"));
    private final TextField nameFa = new TextField(getTranslation("people.name-fa"));
    private final TextField nameEn = new TextField(getTranslation("people.name-en"));

    BranchesView(Branches branches, SignedInStaff signedIn) {
        this.branches = branches;
        this.signedIn = signedIn;
        addClassName("branch-page");
        code.setId("branch-code-number");
        code.setMaxLength(8);
        code.addClassName("ltr-input");
        nameFa.setId("branch-name-fa");
        nameFa.setMaxLength(NAME_LENGTH_MAX);
        nameEn.setId("branch-name-en");
        nameEn.setMaxLength(NAME_LENGTH_MAX);
        nameEn.addClassName("ltr-input");
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.setId("branch-save");
        save.addThemeNames("primary");
        save.addClickShortcut(Key.ENTER);
        Div row = new Div(save);
        row.addClassName("button-row");
        Div form = new Div(code, nameFa, nameEn, row);
        form.addClassName("branch-form");
        Section add = new Section(new H2(getTranslation("branches.add")), form);
        add.addClassName("surface");
        Paragraph text = new Paragraph(getTranslation("branches.text"));
        text.addClassName("hint");
        Div columns = new Div(frame, add);
        columns.addClassName("branch-columns");
        add(new Div(new H1(getTranslation("branches.title")), text), columns);
        show();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("branches.title");
    }

    private void show() {
        BranchTable table = new BranchTable(
                "branches-list",
                getTranslation("branches.title"),
                Stream.of("branches.code", "people.name-fa", "people.name-en")
                        .map(this::getTranslation)
                        .toArray(String[]::new));
        for (Branch branch : branches.all()) {
            table.row(
                    BranchTable.text(Formats.current().digits(branch.code().digits())),
                    BranchTable.text(branch.name().fa()),
                    BranchTable.text(branch.name().en()));
        }
        frame.removeAll();
        frame.add(table);
    }

    private void save() {
        for (TextField name : new TextField[] {nameFa, nameEn}) {
            if (name.getValue().isBlank()) {
                FieldErrors.show(name, getTranslation("field.required"));
                return;
            }
            name.setInvalid(false);
        }
        FieldErrors.read(code, () -> BranchCode.of(code.getValue())).ifPresent(number -> {
            LocalizedName name = new LocalizedName(
                    nameFa.getValue().strip(), nameEn.getValue().strip());
            branches.name(signedIn.require(), new Branch(number, name));
            show();
            Toast.success(getTranslation("branches.saved"));
        });
    }
}
