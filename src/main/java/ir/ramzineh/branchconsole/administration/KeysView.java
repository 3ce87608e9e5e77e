package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Route;
import ir.ramzineh.administration.KeyDesk;
import ir.ramzineh.administration.ResealRun;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.vault.VaultRotation;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Optional;

/** The rotation of the keys in three steps, with progress. */
@Route(value = "branch/administration/keys", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.KEYS_ROTATE, order = 84, text = "office.keys", glyph = Glyph.KEY)
@StyleSheet("ramzineh/branch-office.css")
class KeysView extends OfficePage {
    private static final long serialVersionUID = 1L;

    private final transient KeyDesk keys;
    private final transient StaffId who;
    private boolean shownAtWork;

    KeysView(KeyDesk keys, SignedInStaff staff) {
        super("office.keys", "office.keys.intro");
        this.keys = keys;
        this.who = staff.require();
        refresh();
    }

    @Override
    protected void refresh() {
        content.removeAll();
        BranchTable table = new BranchTable(
                "key-table",
                getTranslation("office.keys.caption"),
                getTranslation("office.key.purpose"),
                getTranslation("office.key.number"),
                getTranslation("office.key.created"),
                getTranslation("office.key.from"),
                getTranslation("webhook.state"));
        for (VaultRotation.Standing key : keys.keys(who)) {
            table.row(
                    BranchTable.text(getTranslation("office.key.purpose."
                            + key.purpose().toLowerCase(Locale.ROOT).replace('_', '-'))),
                    BranchTable.text(number(key.id())),
                    BranchTable.text(time(key.createdAt())),
                    BranchTable.text(time(key.activeFrom())),
                    key.inUse()
                            ? BranchTable.badge(getTranslation("office.key.in-use"), "good")
                            : BranchTable.badge(getTranslation("office.key.reads"), "waiting"));
        }
        content.add(table, steps());
    }

    private Component steps() {
        Optional<ResealRun> run = keys.latest(who);
        boolean atWork = run.filter(ResealRun::isAtWork).isPresent();
        shownAtWork = atWork;
        Paragraph left = new Paragraph(getTranslation("office.keys.left", number(keys.underOldKeys(who))));
        left.setId("key-left");
        Button add = button(
                "key-add",
                "office.keys.add",
                () -> ask("key-add", "office.keys.add", () -> {
                    keys.add(who);
                    done("office.keys.added");
                }));
        Button reseal = button("key-reseal", "office.keys.reseal", () -> deed(() -> keys.reseal(who)));
        reseal.setEnabled(!atWork);
        Button cancel = button("key-cancel", "office.keys.cancel", () -> deed(() -> keys.cancel(who)));
        cancel.setVisible(atWork);
        Button retire = button(
                "key-retire",
                "office.keys.retire",
                () -> ask("key-retire", "office.keys.retire", () -> {
                    keys.retire(who);
                    done("office.keys.retired");
                }));
        Div steps = new Div(left, row(add, reseal, cancel, retire));
        steps.addClassName("stack");
        run.ifPresent(each -> steps.add(progress(each)));
        return section("office.keys.steps", steps);
    }

    private void ask(String id, String text, Runnable deed) {
        Confirmation.ask(
                id + "-ask",
                getTranslation(text),
                getTranslation(text + ".happens"),
                getTranslation(text + ".remains"),
                getTranslation(text),
                () -> deed(deed));
    }

    private Component progress(ResealRun run) {
        String state = getTranslation("office.keys.run." + run.state().name().toLowerCase(Locale.ROOT));
        Paragraph words = new Paragraph(getTranslation(
                "office.keys.run",
                state,
                number(run.done()),
                number(run.total()),
                run.startedBy(),
                time(run.startedAt())));
        words.setId("key-run");
        Element bar = new Element("progress");
        bar.setAttribute("max", String.valueOf(Math.max(1, run.total())));
        bar.setAttribute("value", String.valueOf(run.total() == 0 ? (run.isAtWork() ? 0 : 1) : run.done()));
        bar.setAttribute("aria-labelledby", "key-run");
        bar.setAttribute("class", "office-progress");
        Div box = new Div(words);
        box.getElement().appendChild(bar);
        box.getElement().setAttribute("role", "status");
        Long left = run.leftOver();
        if (left != null && left > 0 && run.state() == ResealRun.State.DONE) {
            box.add(new Notice(Notice.Kind.WARNING, getTranslation("office.keys.leftover", number(left))));
        }
        return box;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        lookByItself(attached.getUI(), () -> {
            boolean atWork = keys.latest(who).filter(ResealRun::isAtWork).isPresent();
            if (atWork || shownAtWork) {
                refresh();
            }
        });
    }
}
