package ir.ramzineh.branchconsole.record;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.report.Grouping;
import ir.ramzineh.report.JalaliMonth;
import ir.ramzineh.report.RegulatorPack;
import ir.ramzineh.report.ReportKind;
import ir.ramzineh.report.ReportTable;
import ir.ramzineh.report.Reports;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import ir.ramzineh.ui.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The reports: a table with its definitions and a chart; which one is shown stands in the address. */
@Route(value = "branch/reports", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.REPORT_VIEW, order = 52, text = "record.reports", glyph = Glyph.INFO)
@StyleSheet("ramzineh/branch-record.css")
class ReportsView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 13;

    private final transient Reports reports;
    private final transient RegulatorPack pack;
    private final transient SignedInStaff staff;
    private final transient Issuers issuers;
    private final transient Clock clock;
    private final transient Texts texts = Texts.of(getLocale());
    private final transient Formats formats = Formats.current();
    private transient ReportKind kind = ReportKind.DYNAMIC_SHARE;
    private transient Grouping by = Grouping.CHANNEL;
    private transient JalaliMonth month;

    ReportsView(Reports reports, RegulatorPack pack, SignedInStaff staff, Issuers issuers, Clock clock) {
        this.reports = reports;
        this.pack = pack;
        this.staff = staff;
        this.issuers = issuers;
        this.clock = clock;
        this.month = JalaliMonth.of(clock.instant());
        addClassNames("branch-page", "record");
    }

    /** What the address does not know is the usual. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        kind = asked.getSingleParameter("report").flatMap(ReportsView::kind).orElse(ReportKind.DYNAMIC_SHARE);
        by = asked.getSingleParameter("by")
                .flatMap(slug -> kind.groupings().stream()
                        .filter(each -> each.slug().equals(slug))
                        .findFirst())
                .orElse(kind.groupings().getFirst());
        month = asked.getSingleParameter("month").map(this::month).orElse(JalaliMonth.of(clock.instant()));
        show();
    }

    private static Optional<ReportKind> kind(String slug) {
        return Arrays.stream(ReportKind.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst();
    }

    private JalaliMonth month(String text) {
        try {
            return JalaliMonth.parse(text);
        } catch (InvalidValueException notOne) {
            return JalaliMonth.of(clock.instant());
        }
    }

    private void show() {
        removeAll();
        ReportTable table = reports.of(staff.require(), kind, by, month, null);
        add(new H1(getTranslation("record.reports")), choices(), figures(table));
    }

    private Div choices() {
        NativeSelect kinds = select(
                "record-report-kind",
                "record.reports.kind",
                Arrays.stream(ReportKind.values())
                        .map(each -> new NativeSelect.Option(each.slug(), getTranslation("report.kind." + each.slug())))
                        .toList());
        NativeSelect groupings = select(
                "record-report-by",
                "record.reports.by",
                kind.groupings().stream()
                        .map(each ->
                                new NativeSelect.Option(each.slug(), getTranslation("report.grouping." + each.slug())))
                        .toList());
        NativeSelect months = select(
                "record-report-month",
                "record.reports.month",
                IntStream.range(0, MONTHS)
                        .mapToObj(back -> JalaliMonth.of(clock.instant()).minus(back))
                        .map(each -> new NativeSelect.Option(each.text(), name(each)))
                        .toList());
        kinds.choose(kind.slug());
        groupings.choose(by.slug());
        months.choose(month.text());
        for (NativeSelect select : List.of(kinds, groupings, months)) {
            select.whenChosen(chosen -> go(kinds.value(), groupings.value(), months.value()));
        }
        Div form = new Div(
                labelled("record.reports.kind", kinds),
                labelled("record.reports.by", groupings),
                labelled("record.reports.month", months));
        form.addClassNames("surface", "record-choices");
        return form;
    }

    private NativeSelect select(String id, String label, List<NativeSelect.Option> options) {
        NativeSelect select = new NativeSelect(getTranslation(label));
        select.setId(id);
        select.offer(options);
        return select;
    }

    private Div labelled(String key, NativeSelect select) {
        NativeLabel label = new NativeLabel(getTranslation(key));
        label.setFor(select);
        Div field = new Div(label, select);
        field.addClassName("record-field");
        return field;
    }

    private void go(String report, String grouping, String chosen) {
        Map<String, String> address = new LinkedHashMap<>();
        address.put("report", report);
        address.put("by", grouping);
        address.put("month", chosen);
        getUI().ifPresent(ui -> ui.navigate("branch/reports", QueryParameters.simple(address)));
    }

    private String name(JalaliMonth each) {
        return formats.month(each.month()) + " " + formats.number(each.year());
    }

    private Div figures(ReportTable table) {
        Div all = new Div();
        all.addClassName("branch-page");
        String title = getTranslation("report.kind." + kind.slug());
        BranchCode branch = table.branch();
        all.add(
                new H2(title),
                new Paragraph(getTranslation("record.reports.counted", formats.dateTime(table.countedAt()))));
        if (branch != null) {
            all.add(new Notice(
                    Notice.Kind.INFO, getTranslation("record.reports.branch", formats.digits(branch.digits()))));
        }
        if (table.rows().isEmpty()) {
            all.add(StatePanel.empty(
                    Glyph.INFO, getTranslation("record.reports.none"), getTranslation("record.reports.none.text")));
        } else {
            ReportWords words = new ReportWords(texts, formats, issuers, getLocale());
            ReportChart.of(table, words).ifPresent(all::add);
            all.add(ReportFigures.of(table, words));
            ReportFigures.more(table, words).ifPresent(all::add);
        }
        all.add(definitions());
        if (staff.may(Permission.REPORT_EXPORT)) {
            all.add(downloads());
        }
        return all;
    }

    private Div definitions() {
        Element list = new Element("dl");
        for (ReportKind.Column column : kind.columns()) {
            Element term = new Element("dt");
            term.setText(getTranslation("report.column." + column.name()));
            Element meaning = new Element("dd");
            meaning.setText(getTranslation("report.definition." + column.name()));
            list.appendChild(term, meaning);
        }
        Div definitions = new Div(new H2(getTranslation("record.reports.definitions")));
        definitions.setId("record-report-definitions");
        definitions.addClassNames("surface", "record-definitions");
        definitions.getElement().appendChild(list);
        return definitions;
    }

    private Div downloads() {
        StaffId who = staff.require();
        ReportKind shownKind = kind;
        Grouping shownBy = by;
        JalaliMonth shownMonth = month;
        ReportWords words = new ReportWords(texts, formats, issuers, getLocale());
        DownloadHandler csv = event -> {
            event.setFileName(shownKind.slug() + "-" + shownBy.slug() + "-" + shownMonth.text() + ".csv");
            event.setContentType("text/csv; charset=utf-8");
            pack.csv(who, shownKind, shownBy, shownMonth, words, event.getOutputStream());
        };
        DownloadHandler zip = event -> {
            event.setFileName("ramzineh-" + shownMonth.text() + ".zip");
            event.setContentType("application/zip");
            pack.write(who, shownMonth, words, event.getOutputStream());
        };
        Anchor table = new Anchor(csv, getTranslation("record.reports.csv"));
        table.setId("record-report-csv");
        table.addClassName("record-download");
        Anchor all = new Anchor(zip, getTranslation("record.reports.pack"));
        all.setId("record-report-pack");
        all.addClassName("record-download");
        Div links = new Div(table, all);
        links.addClassName("button-row");
        return links;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("record.reports");
    }
}
