package ir.ramzineh.audit;

import ir.ramzineh.kernel.IdSource;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One walk along the chain, from its first block to its end, and what was found on the way. */
final class SealLook {
    private static final int PAGE_ROWS = 1_000;

    /** A block that was closed so long after its first row was not closed by a sealing that ran. */
    private static final Duration LATE_AFTER = Duration.ofHours(2);

    /** Rows so close to either end of the time between say nothing: it ends with a start, at which rows are written. */
    private static final Duration AROUND = Duration.ofMinutes(75);

    private final SealRows rows;
    private final List<SealFinding> findings = new ArrayList<>();
    private final TreeMap<Long, List<SealHead>> expected = new TreeMap<>();
    private @Nullable SealBlock before;

    /** When the first block was closed, as it says under the key. Rows from before are older than the sealing itself. */
    private @Nullable Instant beginning;

    /** From the first block on, each was closed soon after the one before: what stood there is being worked off. */
    private boolean catchingUp;

    private boolean beganLate;
    private boolean beginningNoted;
    private long findingsInAll;
    private long blocks;
    private long rowsSeen;
    private long retired;
    private long unsealed;

    SealLook(SealRows rows) {
        this.rows = rows;
    }

    void expect(List<SealHead> anchors) {
        anchors.forEach(anchor -> expected.computeIfAbsent(anchor.number(), number -> new ArrayList<>())
                .add(anchor));
    }

    long blocks() {
        return blocks;
    }

    long findingsInAll() {
        return findingsInAll;
    }

    void at(SealBlock block) {
        blocks++;
        boolean follows = place(block);
        if (!block.computedHash().equals(block.hash())) {
            found(SealFault.BLOCK_CHANGED, block, null);
        } else if (!rows.isOurs(block)) {
            found(SealFault.BLOCK_FORGED, block, null);
        } else if (!follows) {
            found(SealFault.CHAIN_BROKEN, block, null);
        }
        for (SealHead anchor : expected.getOrDefault(block.number(), List.of())) {
            if (!anchor.hash().equals(block.hash()) || anchor.rows() != block.rowsInAll()) {
                found(SealFault.HEAD_DIFFERS, block, null);
            } else if (block.number() == 1) {
                beginningNoted = true;
            }
        }
        SealBlock last = before;
        if (block.number() == 1 && last == null) {
            beginning = block.sealedAt();
            catchingUp = true;
        } else {
            catchingUp &=
                    last != null && block.sealedAt().isBefore(last.sealedAt().plus(LATE_AFTER));
        }
        contents(block);
        before = block;
    }

    /** Whether it continues the block before, all but its own numbers taken for granted; a gap is said by itself. */
    private boolean place(SealBlock block) {
        SealBlock last = before;
        long number = last == null ? 0 : last.number();
        if (block.number() != number + 1) {
            for (long missing = number + 1; missing < block.number() && missing <= number + PAGE_ROWS; missing++) {
                found(SealFault.BLOCK_MISSING, missing, null);
            }
            return block.number() > number;
        }
        return last == null
                ? block.afterId() == 0 && block.rowsInAll() == block.rowCount()
                : block.afterId() == last.throughId()
                        && block.rowsInAll() == last.rowsInAll() + block.rowCount()
                        && block.previousHash().equals(last.hash());
    }

    private void contents(SealBlock block) {
        Optional<SealRows.Retired> gone = rows.retired(block);
        if (gone.isPresent()) {
            retired++;
            if (!gone.get().ours()) {
                found(SealFault.RETIREMENT_FORGED, block, null);
            }
            rows.trail(block.afterId(), block.throughId(), 1)
                    .forEach(row -> found(SealFault.RETIRED_ROWS_PRESENT, block, row.id()));
            return;
        }
        Optional<RowDigests> digests = rows.digests(block.number());
        if (digests.isEmpty() || !digests.get().hash().equals(block.rowsHash())) {
            found(SealFault.ROWS_UNKNOWN, block, null);
            return;
        }
        SequencedMap<Long, byte[]> sealed = digests.get().byId();
        age(block, sealed);
        compare(block, sealed);
    }

    /**
     * A portal that learns to seal finds rows that are old already. They are not late as long as they are worked off
     * without a pause, right after the first block; whether that block is the first there ever was, only its head says
     * that was noted outside. Without it the same could have been made by taking every block away.
     */
    private void age(SealBlock block, SequencedMap<Long, byte[]> sealed) {
        if (sealed.isEmpty()) {
            return;
        }
        Long oldest = sealed.firstEntry().getKey();
        Instant began = beginning;
        if (began != null && catchingUp && IdSource.momentOf(oldest).isBefore(began)) {
            beganLate |= isLate(block, IdSource.momentOf(oldest));
            long since = IdSource.lowestOf(began);
            oldest = sealed.keySet().stream()
                    .filter(id -> id >= since)
                    .findFirst()
                    .orElse(null);
        }
        if (oldest != null && isLate(block, IdSource.momentOf(oldest))) {
            found(SealFault.SEALED_LATE, block, null);
        }
    }

    /**
     * The sealing signs whatever stands above the last block. Who takes blocks away has changed rows sealed again; the time
     * of that is under the key and tells. A portal that did not run wrote nothing meanwhile, so it is not late.
     */
    private boolean isLate(SealBlock block, Instant firstRow) {
        if (block.sealedAt().isBefore(firstRow.plus(LATE_AFTER))) {
            return false;
        }
        long from = IdSource.lowestOf(firstRow.plus(AROUND));
        long until = IdSource.lowestOf(block.sealedAt().minus(AROUND));
        return until > from && !rows.trail(from, until, 1).isEmpty();
    }

    private void compare(SealBlock block, SequencedMap<Long, byte[]> sealed) {
        long after = block.afterId();
        List<AuditRow> page = rows.trail(after, block.throughId(), PAGE_ROWS);
        while (!page.isEmpty()) {
            for (AuditRow row : page) {
                rowsSeen++;
                byte[] digest = sealed.remove(row.id());
                if (digest == null) {
                    found(SealFault.ROW_INSERTED, block, row.id());
                } else if (!MessageDigest.isEqual(digest, row.digest())) {
                    found(SealFault.ROW_CHANGED, block, row.id());
                }
            }
            after = page.getLast().id();
            page = page.size() < PAGE_ROWS ? List.of() : rows.trail(after, block.throughId(), PAGE_ROWS);
        }
        for (Map.Entry<Long, byte[]> left : sealed.entrySet()) {
            found(SealFault.ROW_REMOVED, block, left.getKey());
        }
    }

    /**
     * After the last block.
     *
     * @param longAgo rows up to this id are sealed unless nobody seals
     */
    void atTheEnd(long longAgo) {
        SealBlock last = before;
        long number = last == null ? 0 : last.number();
        long through = last == null ? 0 : last.throughId();
        if (beganLate && !beginningNoted) {
            found(SealFault.BEGINS_LATE, 1, null);
        }
        expected.tailMap(number, false).keySet().forEach(cut -> found(SealFault.TAIL_CUT, cut, null));
        // Ids begin above 0; a row below is under no block.
        rows.trail(Long.MIN_VALUE, 0, 1).forEach(row -> found(SealFault.ROW_INSERTED, 0, row.id()));
        unsealed = rows.beyond(through, SealVerdict.UNSEALED_MAX);
        if (longAgo > through) {
            rows.trail(through, longAgo, 1).forEach(row -> found(SealFault.SEALING_STANDS, 0, row.id()));
        }
    }

    SealVerdict verdict(int anchors, boolean complete) {
        SealHead head = before == null ? null : before.head();
        return new SealVerdict(blocks, rowsSeen, retired, unsealed, findings, findingsInAll, head, anchors, complete);
    }

    private void found(SealFault fault, SealBlock block, @Nullable Long row) {
        found(fault, block.number(), row);
    }

    private void found(SealFault fault, long block, @Nullable Long row) {
        findingsInAll++;
        if (findings.size() < SealVerdict.FINDINGS_MAX) {
            findings.add(new SealFinding(fault, block, row));
        }
    }
}
