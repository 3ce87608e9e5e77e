package ir.ramzineh.audit;

import ir.ramzineh.kernel.IdSource;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the rows of whole blocks whose retention is over, the oldest first. The block stays, so the chain holds; a keyed
 * mark says that the rows went this way and no other (design decision 015).
 */
@Service
class AuditRetirement {
    private final SealRows rows;
    private final AuditTrail trail;
    private final AuditSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditRetirement(
            SealRows rows, AuditTrail trail, AuditSettings settings, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param blocks whose rows were removed
     * @param notWhole block that was met and is not as it was sealed: it stays as evidence, and so does all after it; 0
     *     where there was none
     */
    record Done(long blocks, long rows, long notWhole) {}

    /**
     * Removes all that may go.
     *
     * @param archive gets every row as a line of JSON before it goes
     * @throws IOException the archive could not be written; nothing was removed that is not in it
     */
    Done retire(Writer archive) throws IOException {
        Instant now = clock.instant();
        long oldEnough = IdSource.lowestOf(now.minus(settings.retention()));
        long blocks = 0;
        long removed = 0;
        long number = 0;
        while (true) {
            List<SealBlock> next = rows.blocks(number, Long.MAX_VALUE, 1);
            if (next.isEmpty() || next.getFirst().throughId() > oldEnough) {
                break;
            }
            SealBlock block = next.getFirst();
            number = block.number();
            if (rows.retired(block).isPresent()) {
                continue;
            }
            List<AuditRow> its = rows.trail(block.afterId(), block.throughId(), block.rowCount() + 1);
            if (!rows.isOurs(block)
                    || !block.computedHash().equals(block.hash())
                    || !RowDigests.of(its).hash().equals(block.rowsHash())) {
                return recorded(new Done(blocks, removed, number));
            }
            for (AuditRow row : its) {
                archive.write(ArchiveLine.of(row) + "\n");
            }
            archive.flush();
            remove(block, its.size(), now);
            blocks++;
            removed += its.size();
        }
        return recorded(new Done(blocks, removed, 0));
    }

    private void remove(SealBlock block, int count, Instant now) {
        transaction.executeWithoutResult(status -> {
            rows.retire(block, now);
            if (rows.removeTrail(block, count + 1) != count) {
                throw new IllegalStateException("A row came between: nothing of this block was removed");
            }
            rows.removeDigests(block.number());
        });
    }

    private Done recorded(Done done) {
        if (done.blocks() > 0) {
            transaction.executeWithoutResult(status -> trail.record(new AuditEvent(
                    new Actor.Portal(),
                    "audit.retired",
                    null,
                    null,
                    Map.of("blocks", Long.toString(done.blocks()), "rows", Long.toString(done.rows())))));
        }
        return done;
    }
}
