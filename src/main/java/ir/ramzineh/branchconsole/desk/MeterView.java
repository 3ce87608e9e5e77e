package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.meter.Meter;
import ir.ramzineh.meter.MeterLine;
import ir.ramzineh.meter.MeterPage;
import ir.ramzineh.meter.MeterReading;
import ir.ramzineh.meter.ReminderWave;
import ir.ramzineh.meter.Reminders;
import ir.ramzineh.meter.StaticReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The static-to-dynamic meter: how far the branch is, which cards are not there yet and why, and reminders. */
@Route(value = "branch/meter", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.METER_VIEW, order = 14, text = "meter", glyph = Glyph.ACTIVITY)
@StyleSheet("ramzineh/branch-desk.css")
class MeterView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String ALL = "ALL";

    private final transient Meter meter;
    private final transient Reminders reminders;
    private final transient SignedInStaff staff;
    private final transient DeskWords words = DeskWords.of(getLocale());
    private final transient Formats formats = Formats.current();
    private final Div head = new Div();
    private final Div lines = new Div();
    private final Div waves = new Div();
    private final NativeSelect reasons = new NativeSelect(getTranslation("meter.reason"));

    MeterView(Meter meter, Reminders reminders, SignedInStaff staff) {
        this.meter = meter;
        this.reminders = reminders;
        this.staff = staff;
        addClassNames("stack", "desk");
        waves.addClassName("stack-section");
        add(new H1(getTranslation("meter.title")), head, waves, chooser(), lines);
        showReading();
        showWaves();
        showLines(0);
    }

    private void showReading() {
        MeterReading reading = meter.read(staff.require(), Optional.empty());
        Section section = DeskWords.section("meter-reading", words.get("meter.reading"));
        Div bar = new Div();
        bar.addClassName("desk-meter");
        bar.getElement()
                .setAttribute("role", "meter")
                .setAttribute("aria-label", words.get("meter.title"))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100")
                .setAttribute("aria-valuenow", Integer.toString(reading.dynamicPercent()));
        bar.getStyle().set("--done", reading.dynamicPercent() + "%");
        if (reading.countedAt().isEmpty()) {
            section.add(DeskWords.hint(words.get("meter.not-counted")));
            head.removeAll();
            head.add(section);
            return;
        }
        Paragraph counted = DeskWords.hint(
                words.get("meter.counted", formats.dateTime(reading.countedAt().get())));
        if (reading.cards() == 0) {
            section.add(new Paragraph(words.get("meter.no-cards")), counted);
            head.removeAll();
            head.add(section);
            return;
        }
        section.add(
                bar,
                counted,
                new Paragraph(words.get(
                        "meter.share",
                        formats.number(reading.dynamicPercent()),
                        formats.amount(reading.dynamic()),
                        formats.amount(reading.cards()))));
        BranchTable table = new BranchTable(
                "meter-reasons", words.get("meter.why"), words.get("meter.reason"), words.get("meter.cards"));
        for (StaticReason reason : StaticReason.values()) {
            long cards = reading.open().getOrDefault(reason, 0L);
            if (cards > 0) {
                table.row(
                        BranchTable.text(words.get("meter.reason." + DeskWords.part(reason))),
                        BranchTable.text(formats.amount(cards)));
            }
        }
        if (!table.isEmpty()) {
            section.add(table);
        }
        if (reading.unserved() > 0) {
            Paragraph unserved = DeskWords.hint(words.get("meter.unserved", formats.amount(reading.unserved())));
            unserved.setId("meter-unserved");
            section.add(unserved);
        }
        head.removeAll();
        head.add(section);
    }

    private Component chooser() {
        reasons.setId("meter-reason");
        List<NativeSelect.Option> options = new ArrayList<>();
        options.add(new NativeSelect.Option(ALL, words.get("meter.reason.all")));
        Arrays.stream(StaticReason.values())
                .forEach(reason -> options.add(
                        new NativeSelect.Option(reason.name(), words.get("meter.reason." + DeskWords.part(reason)))));
        reasons.offer(options);
        reasons.choose(ALL);
        reasons.whenChosen(chosen -> showLines(0));
        NativeLabel label = new NativeLabel(words.get("meter.reason"));
        label.setFor(reasons);
        Div field = new Div(label, reasons);
        field.addClassName("desk-field");
        return field;
    }

    private void showLines(long after) {
        String chosen = reasons.value();
        Optional<StaticReason> reason =
                chosen.isEmpty() || chosen.equals(ALL) ? Optional.empty() : Optional.of(StaticReason.valueOf(chosen));
        MeterPage page = meter.page(staff.require(), Optional.empty(), reason, after);
        lines.removeAll();
        if (!(page.look() instanceof LookOutcome.Open)) {
            lines.add(words.notYet(page.look()));
            return;
        }
        if (page.lines().isEmpty()) {
            lines.add(DeskWords.hint(words.get("meter.none")));
        } else {
            lines.add(table(page.lines()));
        }
        Div buttons = new Div();
        buttons.addClassName("button-row");
        if (after > 0) {
            Button first = new Button(words.get("meter.first"), click -> showLines(0));
            first.setId("meter-first");
            buttons.add(first);
        }
        if (page.next() > 0) {
            Button next = new Button(words.get("meter.next"), click -> showLines(page.next()));
            next.setId("meter-next");
            buttons.add(next);
        }
        lines.add(buttons);
    }

    private BranchTable table(List<MeterLine> page) {
        BranchTable table = new BranchTable(
                "meter-lines",
                words.get("meter.lines"),
                words.get("desk.case.card-number"),
                words.get("meter.reason"),
                words.get("meter.allowance"),
                words.get("meter.reminders"),
                words.get("desk.action"));
        for (MeterLine line : page) {
            Anchor open = new Anchor("branch/customers/" + line.owner().value(), words.get("desk.customer"));
            open.setId("meter-open-" + line.card().id().value());
            table.row(
                    LtrText.card(line.card().maskedNumber()),
                    BranchTable.text(words.get("meter.reason." + DeskWords.part(line.reason()))),
                    BranchTable.text(line.allowance()
                            .map(standing -> formats.money(standing.left()))
                            .orElse("–")),
                    BranchTable.text(words.get(line.optedOut() ? "meter.opted-out" : "meter.reminded")),
                    staff.may(Permission.CUSTOMER_VIEW) ? open : new Span("–"));
        }
        return table;
    }

    private void showWaves() {
        waves.removeAll();
        Section section = DeskWords.section("meter-waves", words.get("meter.waves"));
        List<ReminderWave> newest = reminders.newest(staff.require());
        if (newest.isEmpty()) {
            section.add(DeskWords.hint(words.get("meter.waves.none")));
        } else {
            section.add(waveTable(newest));
        }
        if (staff.may(Permission.REMINDER_SEND)) {
            Button propose = new Button(words.get("meter.propose"), click -> propose());
            propose.setId("meter-propose");
            Button refresh = new Button(words.get("meter.refresh"), click -> showWaves());
            refresh.setId("meter-refresh");
            refresh.addThemeVariants(ButtonVariant.TERTIARY);
            Div buttons = new Div(propose, refresh);
            buttons.addClassName("button-row");
            section.add(DeskWords.hint(words.get("meter.propose.text")), buttons);
        }
        waves.add(section);
    }

    private BranchTable waveTable(List<ReminderWave> newest) {
        BranchTable table = new BranchTable(
                "meter-wave-table",
                words.get("meter.waves"),
                words.get("meter.wave.started"),
                words.get("desk.case.state"),
                words.get("meter.wave.progress"),
                words.get("meter.wave.people"),
                words.get("desk.action"));
        for (ReminderWave wave : newest) {
            Button stop = new Button(words.get("meter.stop"), click -> {
                boolean stopped = reminders.stop(staff.require(), wave.id());
                showWaves();
                Toast.success(words.get(stopped ? "meter.stopped" : "desk.deed.already"));
            });
            stop.setId("meter-stop-" + wave.id());
            stop.addThemeVariants(ButtonVariant.ERROR);
            boolean stoppable = wave.state() == ReminderWave.State.RUNNING && staff.may(Permission.REMINDER_SEND);
            table.row(
                    BranchTable.text(formats.dateTime(wave.startedAt())),
                    BranchTable.text(words.get("meter.wave." + DeskWords.part(wave.state()))),
                    BranchTable.text(words.get(
                            "meter.wave.numbers",
                            formats.amount(wave.sent()),
                            formats.amount(wave.skipped()),
                            formats.amount(wave.total()))),
                    LtrText.verbatim(wave.maker() + " / " + wave.checker()),
                    stoppable ? stop : new Span("–"));
        }
        return table;
    }

    private void propose() {
        Confirmation.ask(
                "meter-confirm",
                words.get("meter.propose"),
                words.get("meter.propose.happens"),
                words.get("meter.propose.remains"),
                words.get("meter.propose.do"),
                () -> {
                    try {
                        reminders.propose(staff.require());
                        Toast.success(words.get("meter.proposed"));
                    } catch (InvalidValueException notPossible) {
                        Toast.failure(getTranslation(notPossible.key(), notPossible.args()));
                    }
                });
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("meter");
    }
}
