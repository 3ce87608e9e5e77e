package ir.ramzineh.audit;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes blocks over rows that have settled. It reads without locks and writes to its own tables, so whoever records an
 * event, the verification of codes above all, waits for nothing.
 */
@Service
class AuditSealing {
    private static final Logger log = LoggerFactory.getLogger(AuditSealing.class);

    /** Blocks of one run at most; what is left waits for the next. */
    private static final int BLOCKS_MAX = 500;

    private final SealRows rows;
    private final SettledRows settled;
    private final AnchorFile anchors;
    private final AuditSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private boolean toldOfItsStart;

    /** The last end of the chain this node has seen, or that stands in the anchor file. */
    private @Nullable SealHead seen;

    AuditSealing(
            SealRows rows,
            SettledRows settled,
            AnchorFile anchors,
            AuditSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.settled = settled;
        this.anchors = anchors;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Closes what can be closed.
     *
     * @return blocks closed
     */
    int seal() {
        return sealThrough(settled.through(settings.settle()));
    }

    /**
     * Continues only the chain it knows: whoever took blocks away would have the rows they protected sealed anew, changed
     * or not. Then it stands, and a look says so.
     */
    synchronized int sealThrough(long watermark) {
        tellOfTheStart();
        if (!continuesWhatWasSeen()) {
            log.error("The audit trail is not sealed any further: its chain is not the one of {}", seen);
            return 0;
        }
        int closed = 0;
        while (closed < BLOCKS_MAX
                && !Thread.currentThread().isInterrupted()
                && next(watermark).isPresent()) {
            closed++;
        }
        return closed;
    }

    /**
     * Once for each start: who keeps the log and no anchor file has the first head to compare even if it is older than the
     * log, and one end before anything is sealed anew.
     */
    private void tellOfTheStart() {
        if (toldOfItsStart) {
            return;
        }
        Optional<SealHead> first =
                rows.blocks(0, 1, 1).stream().map(SealBlock::head).findFirst();
        if (first.isEmpty()) {
            return;
        }
        log.info("The seal of the audit trail begins with {}", first.get().text());
        rows.last()
                .map(SealBlock::head)
                .ifPresent(end -> log.info("At this start the audit trail is sealed up to {}", end.text()));
        toldOfItsStart = true;
    }

    private boolean continuesWhatWasSeen() {
        SealHead known = seen;
        if (known == null) {
            known = anchors.heads().stream()
                    .max(Comparator.comparingLong(SealHead::number))
                    .orElse(null);
            seen = known;
        }
        if (known == null) {
            return true;
        }
        return rows.blocks(known.number() - 1, known.number(), 1).stream()
                .map(SealBlock::head)
                .anyMatch(known::equals);
    }

    private Optional<SealBlock> next(long watermark) {
        Optional<SealBlock> last = rows.last();
        long after = last.map(SealBlock::throughId).orElse(0L);
        List<AuditRow> read = watermark <= after ? List.of() : rows.trail(after, watermark, settings.blockRows());
        if (watermark <= after || (read.isEmpty() && !quietForLong(last, after, watermark))) {
            return Optional.empty();
        }
        boolean full = read.size() == settings.blockRows();
        SealBlock block = block(last, full ? read.getLast().id() : watermark, read);
        try {
            transaction.executeWithoutResult(status -> rows.add(block, RowDigests.of(read)));
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            return Optional.empty();
        }
        seen = block.head();
        String head = block.head().text();
        log.info("The audit trail is sealed up to {}", head);
        anchors.add(head);
        return full ? Optional.of(block) : Optional.empty();
    }

    /** The very first block is closed over rows only. */
    private boolean quietForLong(Optional<SealBlock> last, long after, long watermark) {
        Instant now = clock.instant();
        long span = IdSource.lowestOf(now) - IdSource.lowestOf(now.minus(settings.emptyAfter()));
        return last.isPresent() && watermark - after >= span;
    }

    private SealBlock block(Optional<SealBlock> last, long through, List<AuditRow> read) {
        String none = "00".repeat(Sha256.BYTES);
        SealBlock unsigned = new SealBlock(
                last.map(SealBlock::number).orElse(0L) + 1,
                last.map(SealBlock::throughId).orElse(0L),
                through,
                read.size(),
                last.map(SealBlock::rowsInAll).orElse(0L) + read.size(),
                RowDigests.of(read).hash(),
                last.map(SealBlock::hash).orElse(none),
                UtcTime.fromColumn(UtcTime.toColumn(clock.instant())),
                none,
                none);
        return unsigned.signed(rows::mac);
    }
}
