package ir.ramzineh.kernel;

/**
 * Whose connections the work at hand may use. Each lane has a pool of its own, so that pages that anybody can open, or a
 * bank's channels, cannot take the connections that answer the card switch (design decision 012).
 */
public enum DatabaseLane {
    /** Pages, background work, start: whatever runs in no other lane. */
    PORTAL,

    /** Requests below {@code /api}. */
    CHANNELS,

    /**
     * The answer whether a code is good, for a card, an account or a sign-in elsewhere. Its connections do not commit by
     * themselves, which saves two statements for each answer: whatever is written here must be written in a transaction.
     */
    VERIFICATION,

    /**
     * Short rows that are committed by themselves while the work at hand holds a connection of its own lane, such as
     * refusals. Nobody waits for another connection while holding one of these.
     */
    ASIDE;

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
