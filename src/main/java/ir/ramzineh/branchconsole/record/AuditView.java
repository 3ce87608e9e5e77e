package ir.ramzineh.branchconsole.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.report.AuditRoom;
import ir.ramzineh.report.TrailQuery;
import ir.ramzineh.report.TrailRow;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.CardNumberField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NationalIdField;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import ir.ramzineh.ui.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The trail for auditors: found by who, what, whom and when; read page by page; taken away as CSV. */
@Route(value = "branch/audit", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.AUDIT_VIEW, order = 50, text = "record.audit", glyph = Glyph.ACTIVITY)
@StyleSheet("ramzineh/branch-record.css")
class AuditView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE_ROWS = 50;

    private final transient AuditRoom room;
    private final transient SignedInStaff staff;
    private final transient Formats formats = Formats.current();
    private final transient Texts texts = Texts.of(getLocale());
    private final TextField actor = field("record-audit-actor", "record.audit.actor", 64);
    private final TextField kind = field("record-audit-kind", "record.audit.kind", 64);
    private final NationalIdField nationalId = new NationalIdField(getTranslation("record.audit.national-id"));
    private final CardNumberField card = new CardNumberField(getTranslation("record.audit.card"));
    private final TextField branch = field("record-audit-branch", "record.audit.branch", 6);
    private final TextField from = field("record-audit-from", "record.audit.from", 12);
    private final TextField until = field("record-audit-until", "record.audit.until", 12);
    private final Div results = new Div();
    private transient TrailQuery query = TrailQuery.all();

    AuditView(AuditRoom room, SignedInStaff staff) {
        this.room = room;
        this.staff = staff;
        addClassNames("branch-page", "record");
        results.setId("record-audit-results");
        results.addClassName("branch-page");
        results.getElement().setAttribute("aria-live", "polite");
        add(new H1(getTranslation("record.audit")), form(), results);
        page(Optional.empty());
    }

    private TextField field(String id, String key, int length) {
        TextField field = new TextField(getTranslation(key));
        field.setId(id);
        field.addClassName("ltr-input");
        field.setMaxLength(length);
        return field;
    }

    private Div form() {
        actor.setAutofocus(true);
        kind.setHelperText(getTranslation("record.audit.kind.help"));
        nationalId.setId("record-audit-national-id");
        nationalId.setHelperText(getTranslation("record.audit.looked"));
        card.setId("record-audit-card");
        card.setHelperText(getTranslation("record.audit.looked"));
        from.setPlaceholder(formats.digits("1405/9/1"));
        until.setPlaceholder(formats.digits("1405/9/30"));
        Button find = new Button(getTranslation("record.audit.find"), click -> find());
        find.setId("record-audit-find");
        find.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(find);
        if (staff.may(Permission.AUDIT_EXPORT)) {
            buttons.add(export());
        }
        buttons.addClassNames("button-row", "whole");
        Div form = new Div(actor, kind, nationalId, card, branch, from, until, buttons);
        form.addClassNames("surface", "branch-form");
        find.addClickShortcut(Key.ENTER).listenOn(form);
        return form;
    }

    /** What is exported is what was found last. */
    private Anchor export() {
        StaffId who = staff.require();
        DownloadHandler csv = event -> {
            event.setFileName("audit.csv");
            event.setContentType("text/csv; charset=utf-8");
            room.export(who, query, texts::get, event.getOutputStream());
        };
        Anchor link = new Anchor(csv, getTranslation("record.audit.export"));
        link.setId("record-audit-export");
        link.addClassName("record-download");
        return link;
    }

    private void find() {
        try {
            Optional<TrailQuery> asked = read();
            if (asked.isPresent()) {
                query = asked.get();
                page(Optional.empty());
            }
        } catch (InvalidValueException invalid) {
            FieldErrors.show(actor, FieldErrors.text(this, invalid));
        } catch (NotPermittedException own) {
            results.removeAll();
            results.add(new Notice(Notice.Kind.ERROR, getTranslation(own.key())));
        }
    }

    /** Empty where a field is wrong, which then says so, or where nobody was found. */
    private Optional<TrailQuery> read() {
        StaffId who = staff.require();
        for (TextField field : List.of(actor, kind, nationalId, card, branch, from, until)) {
            field.setInvalid(false);
        }
        Read<Instant> after = read(from, () -> start(JalaliDate.parse(from.getValue())));
        Read<Instant> before =
                read(until, () -> start(JalaliDate.parse(until.getValue()).plusDays(1)));
        Read<BranchCode> at = read(
                branch, () -> new BranchCode(Digits.toLatin(branch.getValue().strip())));
        if (!(after.good() && before.good() && at.good())) {
            return Optional.empty();
        }
        Read<Optional<CustomerId>> whom = read(nationalId, () -> room.customer(who, nationalId.nationalId()));
        Read<Optional<CardId>> which = read(card, () -> room.card(who, card.cardNumber()));
        if (!whom.good() || !which.good()) {
            return Optional.empty();
        }
        Optional<CustomerId> customer = whom.value();
        Optional<CardId> known = which.value();
        if ((customer != null && customer.isEmpty()) || (known != null && known.isEmpty())) {
            results.removeAll();
            results.add(new Notice(Notice.Kind.WARNING, getTranslation("record.audit.nobody")));
            return Optional.empty();
        }
        return Optional.of(new TrailQuery(
                actor.getValue(),
                kind.getValue(),
                customer == null ? null : customer.get(),
                known == null ? null : known.get(),
                at.value(),
                after.value(),
                before.value()));
    }

    /** What an optional field holds: nothing, a value, or something wrong. */
    private record Read<T>(@Nullable T value, boolean good) {}

    private static <T> Read<T> read(TextField field, Supplier<T> value) {
        if (field.isEmpty()) {
            return new Read<>(null, true);
        }
        Optional<T> read = FieldErrors.read(field, value);
        return new Read<>(read.orElse(null), read.isPresent());
    }

    private static Instant start(JalaliDate day) {
        return day.toLocalDate().atStartOfDay(Formats.TEHRAN).toInstant();
    }

    private void page(Optional<Long> before) {
        results.removeAll();
        try {
            List<TrailRow> rows = room.page(staff.require(), query, before, PAGE_ROWS);
            if (rows.isEmpty()) {
                results.add(StatePanel.empty(
                        Glyph.ACTIVITY, getTranslation("record.audit.none"), getTranslation("record.audit.none.text")));
                return;
            }
            results.add(table(rows));
            if (rows.size() == PAGE_ROWS) {
                long last = rows.getLast().id();
                Button older = new Button(getTranslation("record.audit.older"), click -> page(Optional.of(last)));
                older.setId("record-audit-older");
                results.add(older);
            }
        } catch (DataAccessException tookTooLong) {
            results.add(
                    StatePanel.error(getTranslation("record.audit.slow"), getTranslation("record.audit.slow.text")));
        }
    }

    private BranchTable table(List<TrailRow> rows) {
        BranchTable table = new BranchTable(
                "record-audit-rows",
                getTranslation("record.audit.caption", formats.number(rows.size())),
                Set.of(),
                getTranslation("record.audit.time"),
                getTranslation("record.audit.actor"),
                getTranslation("record.audit.kind"),
                getTranslation("record.audit.whom"),
                getTranslation("record.audit.details"),
                getTranslation("record.audit.block"));
        rows.forEach(row -> table.row(
                BranchTable.text(formats.dateTime(row.at())),
                actor(row),
                BranchTable.named(texts, "record.event." + row.kind(), row.kind()),
                whom(row),
                details(row),
                row.block() == null
                        ? BranchTable.text(getTranslation("record.audit.unsealed"))
                        : LtrText.verbatim(formats.digits(Long.toString(row.block())))));
        return table;
    }

    private Component actor(TrailRow row) {
        String key = "record.actor." + row.actorKind().toLowerCase(java.util.Locale.ROOT);
        String who = texts.has(key) ? texts.get(key) : row.actorKind();
        Div both = new Div(BranchTable.text(who));
        if (!row.actorName().isEmpty()) {
            both.add(new Span(" "), LtrText.verbatim(row.actorName()));
        }
        return both;
    }

    private Component whom(TrailRow row) {
        Div both = new Div();
        if (row.customer() != null) {
            both.add(new Div(
                    BranchTable.text(getTranslation("record.audit.customer") + " "),
                    LtrText.verbatim("#" + row.customer())));
        }
        if (row.card() != null) {
            both.add(new Div(
                    BranchTable.text(getTranslation("record.audit.card-id") + " "),
                    LtrText.verbatim("#" + row.card())));
        }
        return both;
    }

    private static Component details(TrailRow row) {
        Div lines = new Div();
        lines.addClassNames("record-details", "ltr");
        if (!row.details().equals("{}")) {
            // One field a line; what is read aloud or copied is still the JSON of the trail.
            Arrays.stream(row.details().split("(?<=,)(?=\")", -1))
                    .map(field -> new Div(LtrText.verbatim(field)))
                    .forEach(lines::add);
        }
        return lines;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("record.audit");
    }
}
