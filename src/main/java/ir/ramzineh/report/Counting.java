package ir.ramzineh.report;

import ir.ramzineh.audit.SettledRows;
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.kernel.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts in the background what the reports show. Questions and exemptions are counted once, page by page, when they have
 * settled; messages for three days again and again, because the word that one was delivered comes later; passwords as they
 * stand, once a day.
 */
@Service
class Counting {
    /** Delivery times above this are counted as this. */
    static final int SECONDS_MAX = 3_600;

    private static final int PAGE_ROWS = 20_000;
    private static final int PAGES_MAX = 500;

    /** Of one run; a bank with more cards goes on in the next. */
    private static final int CARD_PAGES_MAX = 1_000;

    private static final int MESSAGE_DAYS = 3;
    private static final Duration SETTLE = Duration.ofMinutes(5);

    /** Two full years beside the current one. */
    private static final int DAYS_KEPT = 1_200;

    private final CountRows rows;
    private final CardDays days;
    private final SettledRows settled;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Counting(CountRows rows, CardDays days, SettledRows settled, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.days = days;
        this.settled = settled;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Counts what is new. A part that fails keeps no other from its turn.
     *
     * @throws RuntimeException of the first part that failed, the others suppressed in it
     */
    void count() {
        Instant now = clock.instant();
        LocalDate today = now.atZone(CountRows.TEHRAN).toLocalDate();
        List<RuntimeException> failures = new ArrayList<>();
        attempt(failures, () -> {
            countThrough(settled.through(SETTLE));
            rows.looked(now);
        });
        for (int back = 0; back < MESSAGE_DAYS; back++) {
            LocalDate day = today.minusDays(back);
            attempt(failures, () -> messages(day));
        }
        attempt(failures, () -> cards(today));
        attempt(failures, () -> removeBefore(today.minusDays(DAYS_KEPT)));
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void attempt(List<RuntimeException> failures, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException failed) {
            failures.add(failed);
        }
    }

    private void removeBefore(LocalDate last) {
        for (Measure measure : Measure.values()) {
            Batches.each(batch -> rows.removeBefore(measure, last, batch));
        }
        days.removeBefore(last);
    }

    /** Once a day, in ranges of cards; goes on where the portal was stopped. Each range is counted by one node. */
    void cards(LocalDate day) {
        days.forgetUnfinished(day);
        days.begin(day);
        for (int i = 0; i < CARD_PAGES_MAX && !days.isDone(day); i++) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            long after = days.countedThrough(day);
            OptionalLong end = rows.endOfPage("card", after, Long.MAX_VALUE, PAGE_ROWS);
            if (end.isEmpty()) {
                days.done(day, clock.instant());
                return;
            }
            List<CountRows.Count> counts = rows.cards(day, after, end.getAsLong());
            transaction.executeWithoutResult(status -> {
                if (days.advance(day, after, end.getAsLong())) {
                    rows.add(counts);
                }
            });
        }
    }

    void countThrough(long watermark) {
        pages("verification", watermark, rows::codes);
        pages("small_amount_use", watermark, rows::exemptions);
    }

    void messages(LocalDate day) {
        long from = IdSource.lowestOf(day.atStartOfDay(CountRows.TEHRAN).toInstant());
        long until =
                IdSource.lowestOf(day.plusDays(1).atStartOfDay(CountRows.TEHRAN).toInstant());
        // A row's time is a moment later than its id's: what belongs to the next day is counted there.
        replace(
                Measure.SMS,
                day,
                rows.messages(from, until, SECONDS_MAX).stream()
                        .map(count -> count.day().equals(day) ? count : onDay(count, day))
                        .toList());
    }

    private static CountRows.Count onDay(CountRows.Count count, LocalDate day) {
        return new CountRows.Count(
                day,
                count.day().isAfter(day) ? 23 : 0,
                count.measure(),
                count.channel(),
                count.issuer(),
                count.bin(),
                count.branch(),
                count.what(),
                count.bucket(),
                count.n(),
                count.amount());
    }

    private void pages(String table, long watermark, Page page) {
        for (int i = 0; i < PAGES_MAX && !Thread.currentThread().isInterrupted(); i++) {
            long after = rows.countedThrough(table);
            OptionalLong end = rows.endOfPage(table, after, watermark, PAGE_ROWS);
            if (end.isEmpty()) {
                return;
            }
            List<CountRows.Count> counts = page.counts(after, end.getAsLong());
            transaction.executeWithoutResult(status -> {
                if (rows.advance(table, after, end.getAsLong(), clock.instant())) {
                    rows.add(counts);
                }
            });
        }
    }

    private void replace(Measure measure, LocalDate day, List<CountRows.Count> counts) {
        transaction.executeWithoutResult(status -> {
            rows.forget(measure, day);
            rows.add(counts);
        });
    }

    /** Counts of the rows above one id up to another. */
    private interface Page {
        List<CountRows.Count> counts(long after, long through);
    }
}
