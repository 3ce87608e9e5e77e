package ir.ramzineh.report;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditSeals;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.audit.SealHead;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All reports of a month in one file: tables, definitions, the period, the head of the audit chain, and a list with the
 * SHA-256 of everything else. Single reports as CSV, too.
 */
@Service
public class RegulatorPack {
    private final Permissions permissions;
    private final Reports reports;
    private final AuditSeals seals;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegulatorPack(
            Permissions permissions,
            Reports reports,
            AuditSeals seals,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.permissions = permissions;
        this.reports = reports;
        this.seals = seals;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One report as CSV.
     *
     * @param texts the reader's language
     */
    public void csv(
            StaffId who, ReportKind kind, Grouping by, JalaliMonth month, ReportLanguage texts, OutputStream target)
            throws IOException {
        StaffMember member = permissions.require(who, Permission.REPORT_EXPORT);
        record(member, kind.slug(), month);
        target.write(csv(reports.table(member, Permission.REPORT_EXPORT, kind, by, month, null), texts));
        target.flush();
    }

    /** The whole pack as a ZIP file. */
    public void write(StaffId who, JalaliMonth month, ReportLanguage texts, OutputStream target) throws IOException {
        StaffMember member = permissions.require(who, Permission.REPORT_EXPORT);
        record(member, "pack", month);
        List<String> manifest = new ArrayList<>();
        ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        for (ReportKind kind : ReportKind.values()) {
            for (Grouping by : kind.groupings()) {
                ReportTable table = reports.table(member, Permission.REPORT_EXPORT, kind, by, month, null);
                add(zip, manifest, kind.slug() + "-by-" + by.slug() + ".csv", csv(table, texts));
            }
        }
        add(zip, manifest, "definitions.txt", definitions(texts));
        add(zip, manifest, "period.txt", period(member, month, texts));
        String list = String.join("\n", manifest) + "\n";
        entry(zip, "manifest.sha256", list.getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private byte[] period(StaffMember member, JalaliMonth month, ReportLanguage texts) {
        BranchCode branch = Permission.REPORT_EXPORT.of(member.role()) == Reach.BANK ? null : member.branch();
        List<String> lines = List.of(
                texts.get("report.pack.month", texts.month(month), texts.day(month.first()), texts.day(month.last())),
                branch == null
                        ? texts.get("report.pack.bank")
                        : texts.get("report.pack.branch", texts.group(Grouping.BRANCH, branch.digits())),
                texts.get("report.pack.made", texts.moment(clock.instant())),
                texts.get("report.pack.by", member.userName()),
                texts.get(
                        "report.pack.head",
                        seals.head().map(SealHead::text).orElseGet(() -> texts.get("report.pack.no-head"))));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] definitions(ReportLanguage texts) {
        StringBuilder text = new StringBuilder();
        for (ReportKind kind : ReportKind.values()) {
            text.append(texts.get("report.kind." + kind.slug())).append("\n\n");
            for (ReportKind.Column column : kind.columns()) {
                text.append("- ")
                        .append(texts.get("report.column." + column.name()))
                        .append(": ")
                        .append(texts.get("report.definition." + column.name()))
                        .append('\n');
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] csv(ReportTable table, ReportLanguage texts) {
        List<Object> head = new ArrayList<>();
        head.add(texts.get("report.grouping." + table.by().slug()));
        table.kind().columns().forEach(column -> head.add(texts.get("report.column." + column.name())));
        StringBuilder csv = new StringBuilder(CsvText.BYTE_ORDER_MARK).append(CsvText.line(head));
        table.rows().forEach(row -> csv.append(line(name(table.by(), row.group(), texts), row)));
        csv.append(line(texts.get("report.total"), table.total()));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Words in the reader's language; what a program may go on with stays as it is, in Latin digits. */
    private static String name(Grouping by, String group, ReportLanguage texts) {
        if (group.isEmpty()) {
            return texts.group(by, group);
        }
        return switch (by) {
            case BANK, REASON -> texts.group(by, group);
            case DAY -> JalaliDate.of(LocalDate.parse(group)).toString();
            case CHANNEL, BIN, BRANCH, HOUR -> group;
        };
    }

    private static String line(String name, ReportTable.Row row) {
        List<@Nullable Object> fields = new ArrayList<>();
        fields.add(name);
        fields.addAll(row.figures());
        return CsvText.line(fields);
    }

    private static void add(ZipOutputStream zip, List<String> manifest, String name, byte[] content)
            throws IOException {
        manifest.add(sha256(content) + "  " + name);
        entry(zip, name, content);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private void record(StaffMember member, String what, JalaliMonth month) {
        transaction.executeWithoutResult(status -> trail.record(new AuditEvent(
                new Actor.Staff(member.userName()),
                "report.exported",
                null,
                null,
                Map.of("report", what, "month", month.text()))));
    }
}
