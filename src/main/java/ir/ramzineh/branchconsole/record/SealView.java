package ir.ramzineh.branchconsole.record;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.audit.AuditSeals;
import ir.ramzineh.audit.SealFault;
import ir.ramzineh.audit.SealFinding;
import ir.ramzineh.audit.SealHead;
import ir.ramzineh.audit.SealVerdict;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.report.AuditRoom;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Loading;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through the whole trail: is anything changed, missing, put in or cut off? (I6) */
@Route(value = "branch/audit/seal", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.AUDIT_VERIFY, order = 51, text = "record.seal", glyph = Glyph.SHIELD)
@StyleSheet("ramzineh/branch-record.css")
class SealView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(SealView.class);

    private final transient AuditRoom room;
    private final transient SignedInStaff staff;
    private final transient Formats formats = Formats.current();
    private final TextField noted = new TextField(getTranslation("record.seal.noted"));
    private final Button start = new Button(getTranslation("record.seal.start"), click -> start());
    private final Button cancel = new Button(getTranslation("record.cancel"));
    private final WorkProgress progress =
            new WorkProgress("record-seal-progress", getTranslation("record.seal.progress"));
    private final Div result = new Div();
    private transient AtomicBoolean cancelled = new AtomicBoolean();

    SealView(AuditRoom room, SignedInStaff staff) {
        this.room = room;
        this.staff = staff;
        addClassNames("branch-page", "record");
        noted.setId("record-seal-noted");
        noted.addClassName("ltr-input");
        noted.setMaxLength(200);
        noted.setHelperText(getTranslation("record.seal.noted.help"));
        start.setId("record-seal-start");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setAutofocus(true);
        cancel.setId("record-seal-cancel");
        cancel.setVisible(false);
        cancel.addClickListener(click -> cancelled.set(true));
        result.setId("record-seal-result");
        result.addClassName("branch-page");
        result.getElement().setAttribute("aria-live", "polite");
        Div buttons = new Div(start, cancel);
        buttons.addClassName("button-row");
        Div form = new Div(head(), noted, buttons, progress);
        form.addClassNames("surface", "record-form");
        add(new H1(getTranslation("record.seal")), new Paragraph(getTranslation("record.seal.text")), form, result);
    }

    private Div head() {
        Optional<SealHead> head = room.head(staff.require());
        H2 title = new H2(getTranslation("record.seal.head"));
        Div shown = new Div(title);
        head.ifPresentOrElse(
                known -> {
                    LtrText text = LtrText.verbatim(known.text());
                    text.setId("record-seal-head");
                    text.addClassName("record-hash");
                    shown.add(text, new Paragraph(getTranslation("record.seal.head.help")));
                },
                () -> shown.add(new Paragraph(getTranslation("record.seal.none"))));
        return shown;
    }

    private void start() {
        Optional<List<SealHead>> known = noted.isEmpty()
                ? Optional.of(List.of())
                : FieldErrors.read(noted, () -> List.of(SealHead.parse(noted.getValue())));
        known.ifPresent(this::look);
    }

    private void look(List<SealHead> known) {
        UI ui = UI.getCurrentOrThrow();
        StaffId who = staff.require();
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        result.removeAll();
        working(true);
        Thread.ofVirtual().name("audit-verify").start(() -> {
            try {
                SealVerdict verdict = room.verify(who, known, now -> Loading.inPage(ui, () -> show(now)), stop::get);
                Loading.inPage(ui, () -> show(verdict));
            } catch (RuntimeException failure) {
                log.warn("The look through the audit trail ended early", failure);
                Loading.inPage(ui, this::failed);
            }
        });
    }

    private void working(boolean works) {
        start.setEnabled(!works);
        cancel.setVisible(works);
        progress.setVisible(works);
        if (works) {
            progress.at(0, 1, "");
        }
    }

    private void show(AuditSeals.Progress now) {
        progress.at(
                now.blocks(),
                Math.max(1, now.of()),
                getTranslation(
                        "record.seal.so-far",
                        formats.amount(now.blocks()),
                        formats.amount(now.of()),
                        formats.amount(now.findings())));
    }

    private void failed() {
        working(false);
        result.add(new Notice(Notice.Kind.ERROR, getTranslation("record.failed")));
    }

    private void show(SealVerdict verdict) {
        working(false);
        String seen = getTranslation(
                "record.seal.seen",
                formats.amount(verdict.blocks()),
                formats.amount(verdict.rows()),
                formats.amount(verdict.retired()),
                formats.amount(verdict.unsealed()),
                formats.amount(verdict.anchors()));
        if (!verdict.whole()) {
            result.add(new Notice(
                    Notice.Kind.ERROR,
                    getTranslation("record.seal.broken", formats.amount(verdict.findingsInAll())) + " " + seen));
            result.add(findings(verdict));
            if (verdict.findings().stream().anyMatch(found -> found.fault() == SealFault.BEGINS_LATE)) {
                room.first(staff.require()).ifPresent(this::showFirst);
            }
        } else if (verdict.complete()) {
            result.add(new Notice(Notice.Kind.SUCCESS, getTranslation("record.seal.whole") + " " + seen));
        }
        if (!verdict.complete()) {
            result.add(new Notice(Notice.Kind.WARNING, getTranslation("record.seal.cancelled") + " " + seen));
        }
    }

    private void showFirst(SealHead first) {
        LtrText text = LtrText.verbatim(first.text());
        text.setId("record-seal-first");
        text.addClassName("record-hash");
        result.add(text, new Paragraph(getTranslation("record.seal.begins-late")));
    }

    private BranchTable findings(SealVerdict verdict) {
        BranchTable table = new BranchTable(
                "record-seal-findings",
                getTranslation("record.seal.findings"),
                Set.of(),
                getTranslation("record.seal.what"),
                getTranslation("record.seal.block"),
                getTranslation("record.seal.row"));
        for (SealFinding finding : verdict.findings()) {
            Long row = finding.row();
            table.row(
                    BranchTable.text(getTranslation(finding.fault().key())),
                    finding.block() == 0 ? BranchTable.text("—") : LtrText.verbatim(Long.toString(finding.block())),
                    row == null ? BranchTable.text("—") : LtrText.verbatim(row.toString()));
        }
        return table;
    }

    /** Whoever leaves the page ends the look. */
    @Override
    protected void onDetach(DetachEvent event) {
        cancelled.set(true);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("record.seal");
    }
}
