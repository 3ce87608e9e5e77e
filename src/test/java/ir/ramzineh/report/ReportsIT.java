package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import ir.ramzineh.verification.Questions;
import ir.ramzineh.verification.Verifications;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure of the reports against the rows it comes from, asked for in another way (issue of the console, shown by 4). */
@PortalIT
class ReportsIT {
    @Autowired
    private Reports reports;

    @Autowired
    private CardDays days;

    @Autowired
    private Counting counting;

    @Autowired
    private Verifications verifications;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private Questions questions;
    private StaffFixtures staff;
    private StaffId auditor;
    private PlayedBranch branch;
    private PlayedCard first;
    private PlayedCard second;

    /** Questions of every outcome, exemptions and messages of one branch. */
    @BeforeEach
    void aBusyMoment() {
        questions = new Questions(verifications);
        staff = StaffFixtures.of(beans);
        auditor = staff.member(Role.AUDITOR, null).id();
        branch = new PlayedBranch(jdbc, vault, ids);
        first = branch.card();
        second = branch.card();
        Instant now = clock.instant();
        questions.right(first, "report-a", now);
        questions.right(second, "report-b", now);
        questions.repeat(second, "report-b", now);
        for (int wrong = 1; wrong <= 4; wrong++) {
            questions.wrong(second, "report-a", now, wrong);
        }
        questions.right(first, "report-a", now);
        branch.exemption(first, true, 150_000, now);
        branch.exemption(first, true, 250_000, now);
        branch.exemption(second, false, 900_000, now);
        for (int seconds = 1; seconds <= 40; seconds++) {
            branch.message("DELIVERED", now, seconds);
        }
        branch.message("FAILED", now, 7);
        branch.message("EXPIRED", now, 7);
        counting.countThrough(IdSource.lowestOf(clock.instant().plusSeconds(1)));
        counting.messages(now.atZone(CountRows.TEHRAN).toLocalDate());
    }

    @Test
    void theDynamicShareOfEachChannelIsWhatTheTrailSays() {
        Map<String, List<Long>> figures = report(ReportKind.DYNAMIC_SHARE, Grouping.CHANNEL);
        Map<String, Long> accepted = trail("""
                select actor_name as what, count(*) as n from audit_event
                where kind = 'code.accepted' and card_id in (:first, :second) group by 1
                """);
        assertThat(accepted).containsOnlyKeys("report-a", "report-b");
        accepted.forEach((channel, n) -> assertThat(figures.get(channel)).containsExactly(n, 0L, 1000L));
        long exempt = number("select count(*) from small_amount_use where allowed and card_id in (:first, :second)");
        assertThat(figures.get("report-shop")).containsExactly(0L, exempt, 0L);
        ReportTable.Row total =
                table(ReportKind.DYNAMIC_SHARE, Grouping.CHANNEL).total();
        assertThat(total.figures()).containsExactly(2L, 2L, 500L);
    }

    @Test
    void refusalsByReasonAreWhatTheTrailSays() {
        Map<String, Long> trail = trail("""
                select json_value(details, '$.reason') as what, count(*) as n from audit_event
                where kind = 'code.refused' and card_id in (:first, :second) group by 1
                """);
        assertThat(trail).hasSizeGreaterThanOrEqualTo(4);
        long all = trail.values().stream().mapToLong(n -> n).sum();
        Map<String, List<Long>> figures = report(ReportKind.REFUSALS, Grouping.REASON);
        figures.remove("ACCEPTED");
        assertThat(figures.keySet()).isEqualTo(trail.keySet());
        trail.forEach((reason, n) ->
                assertThat(figures.get(reason)).as(reason).containsExactly(n, Math.round(1000.0 * n / all)));
    }

    @Test
    void lockedCardsAreWhatTheTrailAndTheCardsSay() {
        long locked = number("""
                select count(*) from audit_event where kind = 'code.refused' and card_id in (:first, :second)
                  and json_value(details, '$.reason') = 'WRONG_CODE_LOCKED'
                """);
        assertThat(locked).isOne();
        LocalDate today = clock.instant().atZone(CountRows.TEHRAN).toLocalDate();
        days.forget(today);
        counting.cards(today);
        long now = number("select count(*) from card_password where state = 'LOCKED' and card_id in (:first, :second)");
        assertThat(report(ReportKind.LOCKED, Grouping.BANK).get("mellat")).containsExactly(locked, now);
        assertThat(report(ReportKind.LOCKED, Grouping.BIN).get("610433")).containsExactly(locked, now);
    }

    @Test
    void lockedPasswordsOfEachChannelAreWhatTheTrailSays() {
        Map<String, Long> trail = trail("""
                select actor_name as what, count(*) as n from audit_event
                where kind = 'code.refused' and card_id in (:first, :second)
                  and json_value(details, '$.reason') = 'WRONG_CODE_LOCKED' group by 1
                """);
        assertThat(trail).containsOnlyKeys("report-a");
        Map<String, List<Long>> figures = report(ReportKind.LOCKED, Grouping.CHANNEL);
        assertThat(figures).containsOnlyKeys("report-a");
        assertThat(figures.get("report-a")).containsExactly(trail.get("report-a"), null);
    }

    @Test
    void deliveryTimesOfEachPrefixAreThoseOfTheSortedTimes() {
        PlayedCard third = branch.card("502229");
        for (int seconds = 50; seconds < 80; seconds++) {
            branch.message(third, "DELIVERED", clock.instant(), seconds);
        }
        branch.message(first, "DELIVERED", clock.instant(), 9);
        counting.messages(clock.instant().atZone(CountRows.TEHRAN).toLocalDate());
        List<Long> times = jdbc.sql("""
                        select timestampdiff(second, created_at, ended_at) as took from sms_message
                        where card_id = :card and state = 'DELIVERED' order by took
                        """)
                .param("card", third.id().value())
                .query((row, n) -> row.getLong("took"))
                .list();
        Map<String, List<Long>> figures = report(ReportKind.DELIVERY, Grouping.BIN);
        assertThat(figures.get("502229"))
                .containsExactly(
                        (long) times.size(),
                        times.get((int) Math.ceil(times.size() * 0.5) - 1),
                        times.get((int) Math.ceil(times.size() * 0.95) - 1),
                        0L);
        assertThat(figures.get("610433").get(2)).isEqualTo(9L);
        assertThat(figures.get("").getFirst()).as("messages about no card").isGreaterThanOrEqualTo(40L);
    }

    @Test
    void exemptionsAreCountedWithTheirAmount() {
        long amount = number("select sum(amount) from small_amount_use where allowed and card_id in (:first, :second)");
        assertThat(amount).isEqualTo(400_000);
        assertThat(report(ReportKind.EXEMPTIONS, Grouping.BRANCH).get(branch.code.digits()))
                .containsExactly(2L, amount, 1L);
    }

    @Test
    void medianAndTailOfDeliveryAreThoseOfTheSortedTimes() {
        List<Long> times = jdbc.sql("""
                        select timestampdiff(second, created_at, ended_at) as took from sms_message
                        where customer_id = :customer and purpose = 'report' and state = 'DELIVERED' order by took
                        """)
                .param("customer", branch.customer)
                .query((row, n) -> row.getLong("took"))
                .list();
        assertThat(report(ReportKind.DELIVERY, Grouping.CHANNEL).get("report-provider"))
                .containsExactly(
                        (long) times.size(),
                        times.get((int) Math.ceil(times.size() * 0.5) - 1),
                        times.get((int) Math.ceil(times.size() * 0.95) - 1),
                        2L);
    }

    /** Whatever figures are told apart by, they add up to the same. */
    @Test
    void everyGroupingAddsUpToTheSame() {
        for (ReportKind kind : ReportKind.values()) {
            for (Grouping by : kind.groupings()) {
                ReportTable table = table(kind, by);
                long sum = table.rows().stream()
                        .mapToLong(row -> row.figures().getFirst())
                        .sum();
                assertThat(sum)
                        .as(kind + " by " + by)
                        .isEqualTo(table.total().figures().getFirst());
                assertThat(sum)
                        .isEqualTo(table(kind, kind.groupings().getFirst())
                                .total()
                                .figures()
                                .getFirst());
            }
        }
    }

    @Test
    void countingTwiceCountsNothingTwice() {
        List<Long> before = table(ReportKind.REFUSALS, Grouping.REASON).total().figures();
        counting.countThrough(IdSource.lowestOf(clock.instant().plusSeconds(1)));
        counting.messages(clock.instant().atZone(CountRows.TEHRAN).toLocalDate());
        counting.messages(clock.instant().atZone(CountRows.TEHRAN).toLocalDate());
        assertThat(table(ReportKind.REFUSALS, Grouping.REASON).total().figures())
                .isEqualTo(before);
        // The news of the lock may have been delivered meanwhile, by another provider.
        assertThat(report(ReportKind.DELIVERY, Grouping.CHANNEL)
                        .get("report-provider")
                        .getFirst())
                .isEqualTo(40);
    }

    @Test
    void case13_aManagerSeesTheOwnBranchAndIsRefusedAnotherOnRecordAndATellerSeesNothing() {
        StaffId manager = staff.member(Role.BRANCH_MANAGER, branch.code).id();
        StaffId other = staff.member(Role.BRANCH_MANAGER, StaffFixtures.OTHER).id();
        StaffId teller = staff.member(Role.TELLER, branch.code).id();
        JalaliMonth month = JalaliMonth.of(clock.instant());
        assertThat(reports.of(manager, ReportKind.EXEMPTIONS, Grouping.BRANCH, month, null)
                        .rows())
                .extracting(ReportTable.Row::group)
                .containsExactly(branch.code.digits());
        assertThatThrownBy(() -> reports.of(other, ReportKind.EXEMPTIONS, Grouping.BRANCH, month, branch.code))
                .isInstanceOf(NotPermittedException.class);
        assertThat(jdbc.sql("""
                        select count(*) from audit_event e join staff_member s on s.user_name = e.actor_name
                        where e.kind = 'access.staff-refused' and s.id = :id
                          and json_value(e.details, '$.reason') = 'other-branch'
                        """).param("id", other.value()).query(Integer.class).single())
                .isOne();
        assertThatThrownBy(() -> reports.of(teller, ReportKind.EXEMPTIONS, Grouping.BRANCH, month, null))
                .isInstanceOf(NotPermittedException.class);
    }

    private ReportTable table(ReportKind kind, Grouping by) {
        return reports.of(auditor, kind, by, JalaliMonth.of(clock.instant()), branch.code);
    }

    private Map<String, List<Long>> report(ReportKind kind, Grouping by) {
        return table(kind, by).rows().stream()
                .collect(Collectors.toMap(ReportTable.Row::group, ReportTable.Row::figures));
    }

    private Map<String, Long> trail(String sql) {
        return jdbc
                .sql(sql)
                .param("first", first.id().value())
                .param("second", second.id().value())
                .query((row, n) -> Map.entry(row.getString("what"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long number(String sql) {
        return jdbc.sql(sql)
                .param("first", first.id().value())
                .param("second", second.id().value())
                .query(Long.class)
                .single();
    }
}
