package ir.ramzineh.kernel;

/**
 * Whose connections the work at hand may use. Each lane has a pool of its own, so that pages that anybody can open, or a
 * bank's channels, cannot take the connections that answer the card switch.
 */
public enum DatabaseLane {
    /** Pages, background work, start: whatever runs in no other lane. */
    PORTAL,

    /** Requests below {@code /api}. */
    CHANNELS,

    /**
     * The answer to the card switch. Its connections do not commit by themselves, which saves two statements for each
     * answer: whatever is written here must be written in a transaction.
     */
    VERIFICATION;

    private static final ScopedValue<DatabaseLane> CURRENT = ScopedValue.newInstance();

    /** The lane of the work at hand. */
    public static DatabaseLane current() {
        return CURRENT.orElse(PORTAL);
    }

    /** Does some work in this lane; transactions begun before stay where they began. */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
