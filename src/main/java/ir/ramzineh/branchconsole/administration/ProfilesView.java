package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import ir.ramzineh.administration.ProfileDesk;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.ProfileProblem;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The profiles of the banks: what is in use, a check of a changed file, and reading the folder again. */
@Route(value = "branch/administration/profiles", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.ISSUER_VIEW, order = 82, text = "office.profiles", glyph = Glyph.CARD)
@StyleSheet("ramzineh/branch-office.css")
class ProfilesView extends OfficePage {
    private static final long serialVersionUID = 1L;

    private final transient ProfileDesk profiles;
    private final transient StaffId who;

    ProfilesView(ProfileDesk profiles, SignedInStaff staff) {
        super("office.profiles", "office.profiles.intro");
        this.profiles = profiles;
        this.who = staff.require();
        refresh();
        if (staff.may(Permission.ISSUER_RELOAD)) {
            add(check(), reload());
        }
    }

    private Section check() {
        FilePick file = new FilePick(
                "profile-file",
                getTranslation("office.profile.file"),
                ".yaml,.yml",
                getTranslation("office.profile.check"),
                ProfileDesk.FILE_BYTES_MAX,
                picked -> deed(() -> say(
                        profiles.check(who, picked.name(), picked.text().getBytes(StandardCharsets.UTF_8)),
                        "office.profile.good")));
        Paragraph hint = new Paragraph(getTranslation("office.profile.check.hint"));
        hint.addClassName("hint");
        return section("office.profile.check.title", hint, file);
    }

    private Section reload() {
        Paragraph where = new Paragraph(getTranslation("office.profile.folder"));
        where.addClassName("hint");
        Component folder = profiles.folder(who)
                .<Component>map(path -> LtrText.verbatim(path.toString()))
                .orElseGet(() -> BranchTable.text(getTranslation("office.profile.folder.none")));
        Button read = button(
                "profile-reload",
                "office.profile.reload",
                () -> Confirmation.ask(
                        "profile-reload-ask",
                        getTranslation("office.profile.reload"),
                        getTranslation("office.profile.reload.happens"),
                        getTranslation("office.profile.reload.remains"),
                        getTranslation("office.profile.reload"),
                        () -> deed(() -> say(profiles.reload(who), "office.profile.reloaded"))));
        return section("office.profile.reload.title", where, folder, row(read));
    }

    private void say(Optional<ProfileProblem> problem, String good) {
        said.add(
                problem.isEmpty()
                        ? new Notice(Notice.Kind.SUCCESS, getTranslation(good))
                        : new Notice(
                                Notice.Kind.ERROR, ProfileWords.of(getLocale()).sentence(problem.get())));
    }

    @Override
    protected void refresh() {
        content.removeAll();
        BranchTable table = new BranchTable(
                "profile-table",
                getTranslation("office.profiles.caption"),
                getTranslation("office.profile.bank"),
                getTranslation("office.profile.bins"),
                getTranslation("office.profile.second"),
                getTranslation("office.profile.first"),
                getTranslation("office.profile.limit"),
                getTranslation("office.profile.key"));
        for (IssuerProfile bank : profiles.all(who)) {
            table.row(
                    BranchTable.text(bank.name().in(getLocale())),
                    LtrText.verbatim(Formats.current().digits(String.join(" ", bank.bins()))),
                    BranchTable.text(getTranslation(
                            "office.profile.digits-and-life",
                            number(bank.second().digits()),
                            number(bank.second().lifeSeconds()))),
                    BranchTable.text(getTranslation(
                            "office.profile.digits-and-life",
                            number(bank.first().digits()),
                            number(bank.first().lifeSeconds()))),
                    BranchTable.text(number(bank.wrongCodeLimit())),
                    LtrText.verbatim(bank.key()));
        }
        content.add(table);
    }
}
