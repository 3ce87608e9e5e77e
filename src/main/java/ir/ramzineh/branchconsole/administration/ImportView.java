package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.bulkimport.BulkImports;
import ir.ramzineh.bulkimport.ImportJob;
import ir.ramzineh.bulkimport.ImportKind;
import ir.ramzineh.bulkimport.ImportPreview;
import ir.ramzineh.bulkimport.ImportState;
import ir.ramzineh.corebank.FileEffect;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;

/** Bulk import: pick a file, look at what it would do, put it before a second person, follow it. */
@Route(value = "branch/import", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.BULK_IMPORT, order = 70, text = "import.title", glyph = Glyph.DEVICES)
@StyleSheet("ramzineh/branch-office.css")
class ImportView extends OfficePage {
    private static final long serialVersionUID = 1L;
    private static final int PROBLEMS_SHOWN = 50;

    private final transient BulkImports imports;
    private final transient StaffId who;
    private final RadioButtonGroup<ImportKind> kind;
    private boolean atWork;

    ImportView(BulkImports imports, SignedInStaff staff) {
        super("import.title", "import.intro");
        this.imports = imports;
        this.who = staff.require();
        List<ImportKind> kinds = Arrays.stream(ImportKind.values())
                .filter(each -> imports.may(who, each))
                .toList();
        kind = new RadioButtonGroup<>(getTranslation("import.kind"));
        kind.setId("import-kind");
        kind.setItems(kinds);
        kind.setItemLabelGenerator(each -> getTranslation(each.key()));
        if (!kinds.isEmpty()) {
            kind.setValue(kinds.getFirst());
        }
        FilePick file = new FilePick(
                "import-file",
                getTranslation("import.file"),
                ".csv,.txt",
                getTranslation("import.look"),
                BulkImports.FILE_LENGTH_MAX,
                picked -> deed(() -> show(picked)));
        addComponentAtIndex(1, section("import.new", kind, file));
        refresh();
    }

    private void show(FilePick.Picked picked) {
        ImportKind chosen = kind.getValue();
        ImportPreview preview = imports.preview(who, chosen, picked.text());
        Section box = section("import.preview");
        box.setId("import-preview");
        counts(box, preview);
        if (preview.isGood()) {
            box.add(first(preview));
            Button propose = button(
                    "import-propose",
                    "import.propose",
                    () -> deed(() -> {
                        imports.propose(who, chosen, picked.name(), picked.text());
                        said.add(new Notice(Notice.Kind.SUCCESS, getTranslation("import.proposed")));
                    }));
            propose.addThemeNames("primary");
            box.add(row(propose, button("import-drop", "action.cancel", () -> deed(() -> {}))));
        } else {
            box.add(new Notice(Notice.Kind.ERROR, getTranslation("import.problems", number(preview.problemCount()))));
            box.add(problems(preview));
        }
        said.add(box);
    }

    /** The sentences that the second person reads, too. */
    private void counts(Section box, ImportPreview preview) {
        FileEffect effect = preview.effect();
        Paragraph counts = new Paragraph(getTranslation(
                "import.counts",
                number(preview.rows()),
                number(effect.added()),
                number(effect.changed()),
                number(effect.unchanged())));
        counts.setId("import-counts");
        box.add(counts);
        some(box, "import-mobiles", "import.afterwards.mobiles", effect.mobiles());
        some(box, "import-owners", "import.afterwards.owners", effect.owners());
        some(box, "import-stopped", "import.afterwards.stopped", effect.stopped());
        some(box, "import-resumed", "import.afterwards.resumed", effect.resumed());
        some(box, "import-numbers-kept", "import.numbers-kept", preview.numbersKept());
        some(box, "import-numbers-dated", "import.numbers-dated", preview.numbersDated());
    }

    private void some(Section box, String id, String key, long count) {
        if (count > 0) {
            Paragraph line = new Paragraph(getTranslation(key, number(count)));
            line.setId(id);
            box.add(line);
        }
    }

    private Component first(ImportPreview preview) {
        BranchTable table = new BranchTable(
                "import-first", getTranslation("import.first"), preview.heads().toArray(String[]::new));
        preview.first()
                .forEach(line -> table.row(line.stream().map(LtrText::verbatim).toArray(Component[]::new)));
        return table;
    }

    private Component problems(ImportPreview preview) {
        ImportWords words = ImportWords.of(getLocale());
        BranchTable table = new BranchTable(
                "import-problems",
                getTranslation("import.problems.caption"),
                getTranslation("import.line"),
                getTranslation("import.column"),
                getTranslation("import.reason"));
        preview.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(each -> table.row(
                        BranchTable.text(words.line(each)),
                        each.column().isEmpty() ? BranchTable.text(null) : LtrText.verbatim(each.column()),
                        BranchTable.text(words.reason(each))));
        return table;
    }

    @Override
    protected void refresh() {
        content.removeAll();
        List<ImportJob> jobs = imports.latest(who);
        atWork = jobs.stream().anyMatch(ImportJob::isAtWork);
        BranchTable table = new BranchTable(
                "import-table",
                getTranslation("import.caption"),
                getTranslation("import.file"),
                getTranslation("import.kind"),
                getTranslation("webhook.state"),
                getTranslation("import.progress"),
                getTranslation("import.people"),
                getTranslation("import.at"),
                getTranslation("office.deeds"));
        jobs.forEach(job -> table.row(
                LtrText.verbatim(job.fileName()),
                BranchTable.text(getTranslation(job.kind().key())),
                state(job),
                BranchTable.text(getTranslation("import.progress.of", number(job.done()), number(job.rows()))),
                LtrText.verbatim(job.checker() == null ? job.maker() : job.maker() + " / " + job.checker()),
                BranchTable.text(time(job.createdAt())),
                deeds(job)));
        content.add(jobs.isEmpty() ? new Paragraph(getTranslation("import.nothing")) : table);
    }

    private Component state(ImportJob job) {
        String look = switch (job.state()) {
            case DONE -> "good";
            case WAITING, APPROVED, RUNNING -> "waiting";
            case CANCELLED, FAILED, EXPIRED, REFUSED, WITHDRAWN -> "bad";
        };
        String word = getTranslation(job.state().key());
        String problem = job.problem();
        return BranchTable.badge(
                job.state() == ImportState.FAILED && problem != null ? word + ": " + getTranslation(problem) : word,
                look);
    }

    private Component deeds(ImportJob job) {
        if (job.isWithdrawnBy(who)) {
            return withdraw(job);
        }
        return job.isAtWork() ? stop(job) : BranchTable.text(null);
    }

    private Component withdraw(ImportJob job) {
        return button(
                "import-withdraw-" + job.id(),
                "import.withdraw",
                () -> Confirmation.ask(
                        "import-withdraw-ask",
                        getTranslation("import.withdraw"),
                        getTranslation("import.withdraw.happens"),
                        getTranslation("import.withdraw.remains"),
                        getTranslation("import.withdraw"),
                        () -> deed(() -> imports.withdraw(who, job.id()))));
    }

    private Component stop(ImportJob job) {
        return button(
                "import-cancel-" + job.id(),
                "import.cancel",
                () -> Confirmation.ask(
                        "import-cancel-ask",
                        getTranslation("import.cancel"),
                        getTranslation("import.cancel.happens"),
                        getTranslation("import.cancel.remains"),
                        getTranslation("import.cancel"),
                        () -> deed(() -> imports.cancel(who, job.id()))));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        lookByItself(attached.getUI(), () -> {
            if (atWork || imports.latest(who).stream().anyMatch(ImportJob::isAtWork)) {
                refresh();
            }
        });
    }
}
