package ir.ramzineh.audit;

import ir.ramzineh.kernel.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The hash chain over the trail, for whoever wants to know whether it is whole (I6, design decision 015). */
@Service
public class AuditSeals {
    private static final int PAGE_BLOCKS = 50;

    /** Longer than any settling time, so that only a sealing that stands is called one. By our clock alone: the database's may
     * be why it stands. */
    private static final Duration STANDS_AFTER = Duration.ofHours(2);

    private final SealRows rows;
    private final AnchorFile anchorFile;
    private final Clock clock;

    AuditSeals(SealRows rows, AnchorFile anchorFile, Clock clock) {
        this.rows = rows;
        this.anchorFile = anchorFile;
        this.clock = clock;
    }

    /**
     * How far a look has come.
     *
     * @param blocks looked at so far
     * @param of blocks there were at the start
     */
    public record Progress(long blocks, long of, long findings) {}

    /** The end of the chain now, to be kept outside the database; empty where nothing was sealed yet. */
    public Optional<SealHead> head() {
        return rows.last().map(SealBlock::head);
    }

    /** The first block, to be noted outside where the sealing began over old rows ({@link SealFault#BEGINS_LATE}). */
    public Optional<SealHead> first() {
        return rows.blocks(0, 1, 1).stream().map(SealBlock::head).findFirst();
    }

    /**
     * Looks at every block and every row of the trail. It locks nothing and takes as long as reading them takes.
     *
     * @param known heads noted before, outside the database; those of the anchor file are taken as well
     * @param progress called after every few blocks
     * @param cancelled asked as often
     */
    public SealVerdict verify(List<SealHead> known, Consumer<Progress> progress, BooleanSupplier cancelled) {
        long end = rows.last().map(SealBlock::number).orElse(0L);
        SealLook look = new SealLook(rows);
        List<SealHead> anchors = new ArrayList<>(known);
        anchors.addAll(anchorFile.heads());
        look.expect(anchors);
        boolean complete = true;
        long number = Long.MIN_VALUE;
        List<SealBlock> page = rows.blocks(number, end, PAGE_BLOCKS);
        while (!page.isEmpty()) {
            for (SealBlock block : page) {
                look.at(block);
            }
            number = page.getLast().number();
            progress.accept(new Progress(look.blocks(), end, look.findingsInAll()));
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                complete = false;
                break;
            }
            page = rows.blocks(number, end, PAGE_BLOCKS);
        }
        if (complete) {
            look.atTheEnd(IdSource.lowestOf(clock.instant().minus(STANDS_AFTER)));
        }
        return look.verdict(anchors.size(), complete);
    }
}
