package ir.ramzineh.branchconsole.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.OwnPasswordFields;
import ir.ramzineh.branchconsole.OwnSignIns;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.branchconsole.StaffWords;
import ir.ramzineh.credential.PasswordsBusyException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffAccount;
import ir.ramzineh.staff.StaffAccount.PasswordChange;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;

/** The own account: who one is here, another password, and the places where one is signed in. */
@Route(value = "branch/account", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(
        permission = Permission.OWN_ACCOUNT,
        order = 99,
        text = "branch.account.title",
        glyph = Glyph.PERSON,
        menu = false)
@StyleSheet("ramzineh/account.css")
class AccountView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int CODE_DIGITS = 6;

    private final transient StaffAccount account;
    private final transient SignedInStaff signedIn;
    private final AccountSignIns signIns;
    private final Div passwordPlace = new Div();

    AccountView(StaffAccount account, SignedInStaff signedIn, StaffWords words, OwnSignIns own, Clock clock) {
        this.account = account;
        this.signedIn = signedIn;
        this.signIns = new AccountSignIns(own, clock);
        addClassName("branch-page");
        StaffMember member = signedIn.member();
        Paragraph who = new Paragraph(
                LtrText.verbatim(member.userName()),
                new com.vaadin.flow.component.Text(" · " + words.roleAndBranch(member)));
        who.setId("account-who");
        add(new Div(new H1(getTranslation("branch.account.title")), who));
        showPassword(null);
        Div columns = new Div(passwordPlace, signIns);
        columns.addClassName("branch-halves");
        add(columns);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("branch.account.title");
    }

    private void showPassword(@org.jspecify.annotations.Nullable Notice message) {
        passwordPlace.removeAll();
        Paragraph text = new Paragraph(getTranslation("branch.account.password.text"));
        text.addClassName("hint");
        Section section = new Section(new H2(getTranslation("security.password.title")), text);
        section.addClassNames("surface", "step-form");
        section.setId("account-password");
        if (message != null) {
            message.setId("account-message");
            section.add(message);
        }
        if (account.hasPassword(signedIn.require())) {
            fields(section);
        } else {
            text.setText(getTranslation("branch.account.password.none"));
        }
        passwordPlace.add(section);
    }

    private void fields(Section section) {
        PasswordField present = new PasswordField(getTranslation("password.old"));
        present.setId("account-present");
        present.addClassName("ltr-input");
        NativeInput.attributes(present, "autocomplete", "current-password");
        OwnPasswordFields wanted =
                new OwnPasswordFields("account-new", typed -> account.check(signedIn.require(), typed));
        CodeField code = new CodeField(getTranslation("branch.sign-in.code"), CODE_DIGITS, CODE_DIGITS);
        code.setId("account-code");
        Button change = new Button(
                getTranslation("security.password.submit"),
                click -> wanted.read().ifPresent(password -> change(present, wanted, code, password)));
        change.setId("account-change");
        change.addThemeNames("primary");
        change.addClickShortcut(Key.ENTER);
        section.add(present, wanted, code, change);
    }

    private void change(PasswordField present, OwnPasswordFields wanted, CodeField code, String password) {
        PasswordChange outcome;
        try {
            outcome = account.changePassword(signedIn.require(), present.getValue(), code.getValue(), password);
        } catch (PasswordsBusyException busy) {
            say("sign-in.busy");
            return;
        }
        switch (outcome) {
            case PasswordChange.Done() -> {
                showPassword(new Notice(Notice.Kind.SUCCESS, getTranslation("branch.account.password.changed")));
                signIns.show();
                Toast.success(getTranslation("branch.account.password.changed"));
            }
            case PasswordChange.Refused() -> say("branch.account.password.refused");
            case PasswordChange.Weak() -> wanted.refuse("password.weak");
            case PasswordChange.Same() -> wanted.refuse("branch.account.password.same");
            case PasswordChange.Wait(Duration left) ->
                say("branch.enrol.wait", Formats.current().duration(left));
        }
    }

    /** What was typed goes: neither password nor code is worth keeping in the page. */
    private void say(String key, Object... args) {
        Notice notice = new Notice(Notice.Kind.ERROR, getTranslation(key, args));
        notice.getElement().setAttribute("role", "alert");
        showPassword(notice);
    }
}
