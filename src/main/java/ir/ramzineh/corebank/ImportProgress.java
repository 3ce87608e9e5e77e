package ir.ramzineh.corebank;

/** Told how far an import has come; called every few hundred rows on the importing thread. */
@FunctionalInterface
public interface ImportProgress {
    /**
     * Rows of a file are through.
     *
     * @param phase checking, then writing
     * @param fileName the file at work
     * @param rowsDone rows of it that are through
     * @param rowsTotal rows of it in all; while checking not yet known, then 0
     */
    void at(Phase phase, String fileName, long rowsDone, long rowsTotal);

    /** Every row is checked before the first is written. */
    enum Phase {
        CHECKING,
        WRITING
    }

    /** Tells nobody. */
    static ImportProgress none() {
        return (phase, fileName, rowsDone, rowsTotal) -> {};
    }
}
