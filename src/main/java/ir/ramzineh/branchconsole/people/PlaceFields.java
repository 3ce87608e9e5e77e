package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.branchconsole.StaffWords;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Role;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.NativeSelect;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Role and branch of a member. */
class PlaceFields extends Div {
    private static final long serialVersionUID = 1L;

    private final NativeSelect role = new NativeSelect(getTranslation("people.column.role"));
    private final TextField branch = new TextField(getTranslation("people.column.branch"));

    /** What was chosen; a branch only where one was given. */
    record Place(Role role, @Nullable BranchCode branch) {}

    PlaceFields(StaffWords words) {
        addClassNames("branch-form", "whole");
        role.setId("person-role");
        role.addClassName("branch-select");
        role.offer(Arrays.stream(Role.values())
                .map(one -> new NativeSelect.Option(one.name(), words.role(one)))
                .toList());
        role.choose(Role.TELLER.name());
        branch.setId("person-branch");
        branch.addClassName("ltr-input");
        branch.setMaxLength(8);
        branch.setHelperText(getTranslation("people.branch.hint"));
        NativeInput.attributes(branch, "inputmode", "numeric", "autocomplete", "off");
        NativeLabel label = new NativeLabel(getTranslation("people.column.role"));
        label.setFor(role);
        Div chosen = new Div(label, role);
        chosen.addClassName("branch-field");
        add(chosen, branch);
    }

    void show(Role chosen, @Nullable BranchCode home) {
        role.choose(chosen.name());
        branch.setValue(home == null ? "" : Formats.current().digits(home.digits()));
    }

    /** The place, or nothing after the field at fault was marked. */
    Optional<Place> read() {
        Role chosen = Role.valueOf(role.value());
        if (branch.isEmpty()) {
            if (chosen.ofOneBranch()) {
                FieldErrors.show(branch, getTranslation("error.staff.branch-needed"));
                return Optional.empty();
            }
            branch.setInvalid(false);
            return Optional.of(new Place(chosen, null));
        }
        return FieldErrors.read(branch, () -> BranchCode.of(branch.getValue())).map(code -> new Place(chosen, code));
    }
}
