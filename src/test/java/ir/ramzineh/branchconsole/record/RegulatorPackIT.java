package ir.ramzineh.branchconsole.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.dom.Element;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.report.Grouping;
import ir.ramzineh.report.JalaliMonth;
import ir.ramzineh.report.RegulatorPack;
import ir.ramzineh.report.ReportKind;
import ir.ramzineh.report.ReportTable;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pack of a month: every report with a manifest that fits, in the language of who asks for it. */
@PortalIT
class RegulatorPackIT {
    @Autowired
    private RegulatorPack pack;

    @Autowired
    private Issuers issuers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private StaffFixtures staff;
    private StaffId auditor;
    private JalaliMonth month;

    @BeforeEach
    void aMonthWithARefusal() {
        staff = StaffFixtures.of(beans);
        auditor = staff.member(Role.AUDITOR, null).id();
        month = JalaliMonth.of(clock.instant());
        LocalDate day =
                clock.instant().atZone(java.time.ZoneId.of("Asia/Tehran")).toLocalDate();
        jdbc.sql("""
                insert into report_count (day, hour, measure, channel, issuer, bin, branch, what, bucket, n, amount)
                values (:day, 3, 'CODE', 'pack-switch', 'mellat', '610433', '990077', 'WRONG_CODE', 2, 1, 0)
                on duplicate key update n = n
                """).param("day", day).update();
    }

    @Test
    void thePackHoldsEveryReportWithAManifestThatFits() throws Exception {
        Map<String, byte[]> entries = pack(Locale.ENGLISH);
        assertThat(entries)
                .containsKeys("definitions.txt", "period.txt", "refusals-by-reason.csv", "delivery-by-bin.csv");
        List<String> manifest = text(entries.remove("manifest.sha256")).lines().toList();
        Map<String, String> hashes =
                manifest.stream().collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        assertThat(hashes.keySet()).isEqualTo(entries.keySet());
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(entry.getValue());
            assertThat(hashes.get(entry.getKey())).isEqualTo(HexFormat.of().formatHex(hash));
        }
    }

    @Test
    void thePackSpeaksTheLanguageOfItsReaderWithJalaliMonthsInBoth() throws Exception {
        Formats persian = Formats.of(Locale.of("fa"));
        Map<String, byte[]> fa = pack(Locale.of("fa"));
        String period = text(fa.get("period.txt"));
        assertThat(period)
                .contains("ماه: " + persian.month(month.month()) + " " + persian.number(month.year()))
                .contains("شعبه: همه", "به وقت تهران", "انتهای زنجیره");
        assertThat(period.lines().limit(3)).noneMatch(line -> line.matches(".*[A-Za-z0-9].*"));
        assertThat(text(fa.get("refusals-by-reason.csv")))
                .contains("رمز نادرست")
                .doesNotContain("WRONG_CODE\"");
        assertThat(text(fa.get("refusals-by-bank.csv"))).contains("ملت").doesNotContain("mellat");
        assertThat(text(fa.get("definitions.txt"))).contains("سهم رمز پویا");

        Map<String, byte[]> en = pack(Locale.ENGLISH);
        assertThat(text(en.get("period.txt")))
                .contains("Month: " + Formats.of(Locale.ENGLISH).month(month.month()) + " " + month.year())
                .contains("Branch: all");
        assertThat(text(en.get("refusals-by-day.csv"))).contains("\"" + month.year() + "/");
        for (String file : List.of("period.txt", "definitions.txt", "refusals-by-reason.csv")) {
            assertThat(text(en.get(file))).as(file).doesNotContainPattern("[\u0600-\u06ff]");
        }
    }

    @Test
    void aManagersPackIsAboutTheOwnBranchAndATellerGetsNone() throws Exception {
        StaffId manager = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME).id();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pack.write(manager, month, words(Locale.ENGLISH), file);
        Map<String, byte[]> entries = unzip(file.toByteArray());
        assertThat(text(entries.get("period.txt"))).contains("Branch: " + StaffFixtures.HOME.digits());
        assertThat(text(entries.get("refusals-by-branch.csv"))).doesNotContain("990077");
        StaffId teller = staff.member(Role.TELLER, StaffFixtures.HOME).id();
        assertThatThrownBy(() -> pack.write(teller, month, words(Locale.ENGLISH), new ByteArrayOutputStream()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> pack.csv(
                        teller,
                        ReportKind.LOCKED,
                        Grouping.BANK,
                        month,
                        words(Locale.ENGLISH),
                        new ByteArrayOutputStream()))
                .isInstanceOf(NotPermittedException.class);
    }

    /** What a page of a large bank leaves out it says, and the sum below is over all. */
    @Test
    void aPageThatCannotShowEveryGroupSaysHowManyMoreThereAre() {
        ReportWords words = words(Locale.of("fa"));
        assertThat(ReportFigures.more(table(500), words)).isEmpty();
        ReportTable large = table(512);
        assertThat(ReportFigures.more(large, words).orElseThrow().getText()).startsWith("۱۲ گروه دیگر");
        Element shown = ReportFigures.of(large, words).getElement().getChild(0).getChild(2);
        assertThat(shown.getTag()).isEqualTo("tbody");
        assertThat(shown.getChildCount()).as("and the sum").isEqualTo(501);
        assertThat(shown.getChild(500).getTextRecursively()).contains("۵۱۲");
    }

    private ReportTable table(int groups) {
        List<ReportTable.Row> rows = IntStream.range(0, groups)
                .mapToObj(group -> new ReportTable.Row(Integer.toString(100_000 + group), List.of(1L, 0L)))
                .toList();
        return new ReportTable(
                ReportKind.LOCKED,
                Grouping.BIN,
                month,
                null,
                rows,
                new ReportTable.Row("", List.of((long) groups, 0L)),
                clock.instant());
    }

    private ReportWords words(Locale reader) {
        return new ReportWords(Texts.of(reader), Formats.of(reader), issuers, reader);
    }

    private Map<String, byte[]> pack(Locale reader) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pack.write(auditor, month, words(reader), file);
        return unzip(file.toByteArray());
    }

    private static String text(byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
