package ir.ramzineh.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look through the whole chain came to.
 *
 * @param blocks blocks looked at
 * @param rows rows looked at
 * @param retired blocks whose rows are gone after their retention; their place in the chain was looked at
 * @param unsealed rows too young for a block, which nothing protects yet; counted up to {@value #UNSEALED_MAX}
 * @param findings at most {@value #FINDINGS_MAX}, in the order of the chain
 * @param findingsInAll may be more
 * @param head the end of the chain; none where nothing was sealed yet
 * @param anchors heads from outside the database that were compared
 * @param complete false where the look was cancelled
 */
public record SealVerdict(
        long blocks,
        long rows,
        long retired,
        long unsealed,
        List<SealFinding> findings,
        long findingsInAll,
        @Nullable SealHead head,
        int anchors,
        boolean complete) {
    /** Findings that are listed one by one. */
    public static final int FINDINGS_MAX = 500;

    static final int UNSEALED_MAX = 100_000;

    public SealVerdict {
        findings = List.copyOf(findings);
    }

    /** Nothing is wrong with what was looked at. */
    public boolean whole() {
        return findingsInAll == 0;
    }
}
