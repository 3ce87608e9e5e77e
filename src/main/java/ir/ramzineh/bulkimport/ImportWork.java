package ir.ramzineh.bulkimport;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.corebank.CsvImport;
import ir.ramzineh.corebank.ImportProgress;
import ir.ramzineh.corebank.ImportReport;
import ir.ramzineh.gatewaytoken.GatewayStock;
import ir.ramzineh.kernel.SpokenProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes approved files over, one at a time. Customers and cards are one transaction, all or nothing; a node that dies
 * in the middle leaves nothing, and the next one begins anew. Rows are matched by their own keys, so that a file whose
 * end was not noted does no harm the second time. An import that fails is begun anew after a pause that grows, and given up
 * after {@value #TRIES_MAX} tries; meanwhile the others go on.
 */
@Component
class ImportWork {
    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final Duration WAITS_AT_MOST = Duration.ofDays(3);
    private static final int TRIES_MAX = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int PAUSE_GROWS_BY = 6;

    private final ImportTable table;
    private final CsvImport csvImport;
    private final GatewayStock stock;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final Clock clock;

    ImportWork(
            ImportTable table,
            CsvImport csvImport,
            GatewayStock stock,
            AuditTrail audit,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.csvImport = csvImport;
        this.stock = stock;
        this.audit = audit;
        this.transaction = transaction;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Ends the transaction of an import that somebody stopped. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Works on what is approved until nothing is, or all that is left waits for its next try. */
    void work() {
        Optional<ImportTable.Work> next = table.next(clock.instant());
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            one(next.get());
            next = table.next(clock.instant());
        }
    }

    /** 5 seconds after the first try that failed, then 30 seconds, 3 and 18 minutes. */
    static Duration pauseAfter(int tries) {
        Duration pause = FIRST_PAUSE;
        for (int each = 1; each < tries; each++) {
            pause = pause.multipliedBy(PAUSE_GROWS_BY);
        }
        return pause;
    }

    /** Erases files of proposals that ended without their word, such as those of an earlier version. */
    void expire() {
        table.expire(clock.instant().minus(WAITS_AT_MOST), clock.instant());
    }

    private void one(ImportTable.Work work) {
        if (work.stop()) {
            end(work, ImportState.CANCELLED, null);
        } else if (work.tries() > TRIES_MAX) {
            // Its node died in the last try, perhaps of it.
            end(work, ImportState.FAILED, "error.import.given-up");
        } else {
            tried(work);
        }
    }

    private void tried(ImportTable.Work work) {
        try {
            ImportTable.Content file = table.content(work.id());
            if (!file.intact()) {
                end(work, ImportState.FAILED, "error.import.altered");
            } else if (work.kind() == ImportKind.SERIALS) {
                serials(work, file.text());
            } else {
                rows(work, file.text());
            }
        } catch (StoppedException stopped) {
            end(work, ImportState.CANCELLED, null);
        } catch (RuntimeException e) {
            if (e instanceof SpokenProblem spoken) {
                end(work, ImportState.FAILED, spoken.key());
            } else {
                failed(work, e);
            }
        }
    }

    /** The log says the kind only: a message may quote a row. */
    private void failed(ImportTable.Work work, RuntimeException e) {
        String kind = e.getClass().getSimpleName();
        if (work.tries() >= TRIES_MAX) {
            log.error("Import {} is given up after {} tries: {}", work.id(), work.tries(), kind);
            end(work, ImportState.FAILED, "error.import.given-up");
        } else {
            Duration pause = pauseAfter(work.tries());
            log.warn("Import {} begins anew in {} s: {}", work.id(), pause.toSeconds(), kind);
            table.pause(work.id(), clock.instant().plus(pause));
        }
    }

    private void rows(ImportTable.Work work, String text) {
        ImportReport report = csvImport.run(
                ImportFiles.source(work.kind(), text), false, (phase, file, done, total) -> told(work, phase, done));
        boolean good = report.outcome() == ImportReport.Outcome.IMPORTED;
        end(work, good ? ImportState.DONE : ImportState.FAILED, good ? null : "error.import.changed-meanwhile");
    }

    private void told(ImportTable.Work work, ImportProgress.Phase phase, long done) {
        long written = phase == ImportProgress.Phase.WRITING ? done : 0;
        if (Boolean.TRUE.equals(aside.execute(status -> table.progress(work.id(), written)))) {
            throw new StoppedException();
        }
    }

    /** In parts: serial numbers stand for themselves, and what is in stock already is not added twice. */
    private void serials(ImportTable.Work work, String text) {
        List<String> all = ImportFiles.serialsOf(text);
        for (int from = 0; from < all.size(); from += GatewayStock.BATCH_MAX) {
            List<String> part = all.subList(from, Math.min(all.size(), from + GatewayStock.BATCH_MAX));
            stock.takeOver(
                    work.maker(), Objects.requireNonNull(work.checker()), Objects.requireNonNull(work.branch()), part);
            told(work, ImportProgress.Phase.WRITING, from + part.size());
        }
        end(work, ImportState.DONE, null);
    }

    private void end(ImportTable.Work work, ImportState state, @Nullable String problem) {
        transaction.executeWithoutResult(status -> {
            table.end(work.id(), state, problem, clock.instant());
            audit.record(new AuditEvent(
                    new Actor.Portal(),
                    "import.ended",
                    null,
                    null,
                    Map.of(
                            "import",
                            Long.toString(work.id()),
                            "kind",
                            work.kind().name(),
                            "state",
                            state.name())));
        });
    }
}
