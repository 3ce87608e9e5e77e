package ir.ramzineh.token;

/** Life of a token. */
public enum TokenState {
    /** Born, not proven: no code of it counts. */
    PENDING,
    /** Proven: its codes count. */
    ACTIVE,
    /** Replaced, deleted, expired or switched off: no code of it counts ever again. */
    DEAD
}
