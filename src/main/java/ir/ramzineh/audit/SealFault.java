package ir.ramzineh.audit;

import java.util.Locale;

/** What is wrong with the trail. */
public enum SealFault {
    /** A sealed row is not as it was. */
    ROW_CHANGED,
    /** A sealed row is gone. */
    ROW_REMOVED,
    /** A row stands among sealed ones that was not there when they were sealed: put in later, or committed too late. */
    ROW_INSERTED,
    /** The list of a block's rows is gone or not as it was; its rows differ from the block in a way that names none. */
    ROWS_UNKNOWN,
    /** Blocks are missing between two others. */
    BLOCK_MISSING,
    /** A block is not as it was. */
    BLOCK_CHANGED,
    /** A block was not written by the portal: whoever made it has no key. */
    BLOCK_FORGED,
    /** A block does not follow the one before it. */
    CHAIN_BROKEN,
    /** The chain ends before a head that was noted outside the database: the end was cut off. */
    TAIL_CUT,
    /** A block is another one than noted outside the database. */
    HEAD_DIFFERS,
    /** Rows of a block were removed as if their retention were over, and not by the portal. */
    RETIREMENT_FORGED,
    /** Rows stand where a block's rows were removed after their retention: put in later, or the removal did not end. */
    RETIRED_ROWS_PRESENT,
    /**
     * A block was closed long after its rows, while younger rows were written: nobody sealed for a time, or blocks were
     * taken away and their rows sealed anew. Until then nothing had protected them.
     */
    SEALED_LATE,
    /**
     * The first block was closed over rows that were old already: the sealing began with a later version, or every block
     * was taken away and all rows sealed anew. The head of the first block, noted outside the database, tells which.
     */
    BEGINS_LATE,
    /** Rows are older than two hours and no block covers them: nobody seals. */
    SEALING_STANDS;

    /** Key of the sentence the auditor reads. */
    public String key() {
        return "audit.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
