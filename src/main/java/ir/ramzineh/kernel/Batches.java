package ir.ramzineh.kernel;

import java.util.function.IntUnaryOperator;

/** Clearing up in bounded statements, so that no delete holds many rows or a replica for long. */
public final class Batches {
    /** Rows one statement may touch. */
    public static final int ROWS = 1_000;

    /** Statements of one run; what is left waits for the next. */
    static final int STATEMENTS_MAX = 1_000;

    private Batches() {}

    /**
     * Repeats a statement until it finds less than a full batch.
     *
     * @param statement takes the number of rows it may touch, tells how many it did
     * @return rows touched in all
     */
    public static long each(IntUnaryOperator statement) {
        long all = 0;
        for (int i = 0; i < STATEMENTS_MAX; i++) {
            int rows = statement.applyAsInt(ROWS);
            all += rows;
            if (rows < ROWS || Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return all;
    }
}
