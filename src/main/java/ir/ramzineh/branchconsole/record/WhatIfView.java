package ir.ramzineh.branchconsole.record;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.report.WhatIf;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Loading;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What would another policy have done to the good codes of the last 30 days? */
@Route(value = "branch/what-if", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.POLICY_WHAT_IF, order = 53, text = "record.what-if", glyph = Glyph.SETTINGS)
@StyleSheet("ramzineh/branch-record.css")
class WhatIfView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(WhatIfView.class);

    private final transient WhatIf whatIf;
    private final transient SignedInStaff staff;
    private final transient Formats formats = Formats.current();
    private final NativeSelect bank = new NativeSelect(getTranslation("record.what-if.bank"));
    private final NativeSelect kind = new NativeSelect(getTranslation("record.what-if.kind"));
    private final TextField life = number("record-what-if-life", "record.what-if.life");
    private final TextField digits = number("record-what-if-digits", "record.what-if.digits");
    private final TextField limit = number("record-what-if-limit", "record.what-if.limit");
    private final Button start = new Button(getTranslation("record.what-if.start"), click -> start());
    private final Button cancel = new Button(getTranslation("record.cancel"));
    private final WorkProgress progress = new WorkProgress("record-what-if-progress", getTranslation("record.what-if"));
    private final Div result = new Div();
    private transient AtomicBoolean cancelled = new AtomicBoolean();

    WhatIfView(WhatIf whatIf, SignedInStaff staff, Issuers issuers) {
        this.whatIf = whatIf;
        this.staff = staff;
        addClassNames("branch-page", "record");
        bank.setId("record-what-if-bank");
        bank.offer(issuers.all().stream()
                .map(each -> new NativeSelect.Option(each.key(), each.name().in(getLocale())))
                .toList());
        bank.choose(issuers.all().getFirst().key());
        kind.setId("record-what-if-kind");
        kind.offer(Arrays.stream(PasswordKind.values())
                .map(each -> new NativeSelect.Option(
                        each.name(),
                        getTranslation("record.what-if.kind." + each.name().toLowerCase(java.util.Locale.ROOT))))
                .toList());
        kind.choose(PasswordKind.SECOND.name());
        bank.whenChosen(chosen -> current());
        kind.whenChosen(chosen -> current());
        result.setId("record-what-if-result");
        result.addClassName("branch-page");
        result.getElement().setAttribute("aria-live", "polite");
        add(
                new H1(getTranslation("record.what-if")),
                new Paragraph(getTranslation("record.what-if.text")),
                form(),
                result);
        current();
    }

    private TextField number(String id, String key) {
        TextField field = new TextField(getTranslation(key));
        field.setId(id);
        field.addClassName("ltr-input");
        field.setMaxLength(3);
        return field;
    }

    private Div form() {
        start.setId("record-what-if-start");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        cancel.setId("record-what-if-cancel");
        cancel.setVisible(false);
        cancel.addClickListener(click -> cancelled.set(true));
        Div buttons = new Div(start, cancel);
        buttons.addClassNames("button-row", "whole");
        progress.addClassName("whole");
        Div form = new Div(
                labelled("record.what-if.bank", bank),
                labelled("record.what-if.kind", kind),
                life,
                digits,
                limit,
                buttons,
                progress);
        form.addClassNames("surface", "branch-form");
        start.addClickShortcut(Key.ENTER).listenOn(form);
        return form;
    }

    private Div labelled(String key, NativeSelect select) {
        NativeLabel label = new NativeLabel(getTranslation(key));
        label.setFor(select);
        Div field = new Div(label, select);
        field.addClassName("record-field");
        return field;
    }

    /** Begins with the policy in force. */
    private void current() {
        WhatIf.Policy now = whatIf.current(staff.require(), bank.value(), PasswordKind.valueOf(kind.value()));
        life.setValue(formats.number(now.lifeSeconds()));
        digits.setValue(formats.number(now.digits()));
        limit.setValue(formats.number(now.wrongCodeLimit()));
    }

    private void start() {
        Optional<Integer> seconds = FieldErrors.read(life, () -> value(life));
        Optional<Integer> length = FieldErrors.read(digits, () -> value(digits));
        Optional<Integer> wrong = FieldErrors.read(limit, () -> value(limit));
        if (seconds.isEmpty() || length.isEmpty() || wrong.isEmpty()) {
            return;
        }
        FieldErrors.read(
                        life,
                        () -> new WhatIf.Policy(
                                bank.value(),
                                PasswordKind.valueOf(kind.value()),
                                seconds.get(),
                                length.get(),
                                wrong.get()))
                .ifPresent(this::replay);
    }

    private static int value(TextField field) {
        try {
            return Integer.parseInt(Digits.toLatin(field.getValue()).strip());
        } catch (NumberFormatException notOne) {
            throw new InvalidValueException("error.what-if.number");
        }
    }

    private void replay(WhatIf.Policy policy) {
        UI ui = UI.getCurrentOrThrow();
        StaffId who = staff.require();
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        result.removeAll();
        working(true);
        Thread.ofVirtual().name("what-if").start(() -> {
            try {
                WhatIf.Result came = whatIf.replay(
                        who,
                        policy,
                        rows -> Loading.inPage(
                                ui, () -> progress.at(getTranslation("record.what-if.so-far", formats.amount(rows)))),
                        stop::get);
                Loading.inPage(ui, () -> show(came));
            } catch (RuntimeException failure) {
                log.warn("A replay ended early", failure);
                Loading.inPage(ui, this::failed);
            }
        });
    }

    private void working(boolean works) {
        start.setEnabled(!works);
        cancel.setVisible(works);
        progress.setVisible(works);
        progress.at("");
    }

    private void failed() {
        working(false);
        result.add(new Notice(Notice.Kind.ERROR, getTranslation("record.failed")));
    }

    private void show(WhatIf.Result came) {
        working(false);
        if (!came.complete()) {
            result.add(new Notice(Notice.Kind.WARNING, getTranslation("record.what-if.part")));
        }
        if (came.unknown() > 0) {
            result.add(new Notice(
                    Notice.Kind.INFO,
                    getTranslation(
                            "record.what-if.unknown", formats.amount(came.unknown()), formats.amount(came.good()))));
        }
        BranchTable table = new BranchTable(
                "record-what-if-table",
                getTranslation("record.what-if.caption", formats.date(came.since())),
                Set.of(1),
                getTranslation("record.what-if.what"),
                getTranslation("record.what-if.count"));
        row(table, "good", formats.amount(came.good()));
        row(table, "life", formats.amount(came.life()));
        row(table, "digits", formats.amount(came.digits()));
        row(
                table,
                "locked",
                came.lockedLeast() == came.lockedMost()
                        ? formats.amount(came.lockedLeast())
                        : getTranslation(
                                "record.what-if.between",
                                formats.amount(came.lockedLeast()),
                                formats.amount(came.lockedMost())));
        row(table, "locks-more", formats.amount(came.locksMore()));
        row(table, "locks-less", formats.amount(came.locksLess()));
        row(table, "rescued", formats.amount(came.rescued()));
        result.add(table);
    }

    private void row(BranchTable table, String name, String figure) {
        table.row(BranchTable.text(getTranslation("record.what-if.row." + name)), BranchTable.text(figure));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        cancelled.set(true);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("record.what-if");
    }
}
