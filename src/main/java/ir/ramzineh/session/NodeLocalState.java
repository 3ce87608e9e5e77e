package ir.ramzineh.session;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The part of a session that lives only in this node: the Vaadin user interface, its lock, the page asked for. */
final class NodeLocalState {
    private final ConcurrentHashMap<String, Object> values = new ConcurrentHashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile String sessionId;
    private volatile boolean stored;
    private volatile boolean signedIn;
    private volatile Instant lastSeen;
    private volatile Instant expiresAt = Instant.MAX;

    NodeLocalState(String sessionId, boolean stored, Instant now) {
        this.sessionId = sessionId;
        this.stored = stored;
        this.lastSeen = now;
    }

    Map<String, Object> values() {
        return values;
    }

    /** The id the session goes by now; a request that began earlier may still carry the one before. */
    String sessionId() {
        return sessionId;
    }

    void renamed(String newSessionId) {
        sessionId = newSessionId;
        stored = false;
    }

    /** Whether a row for {@link #sessionId()} has been committed once. */
    boolean isStored() {
        return stored;
    }

    void stored() {
        stored = true;
    }

    boolean isSignedIn() {
        return signedIn;
    }

    /** Notes what the row said when it was last read or written. */
    void noted(boolean isSignedIn, Instant rowExpiresAt) {
        signedIn = isSignedIn;
        expiresAt = rowExpiresAt;
    }

    /** Whether idleness is why the row is no longer alive. */
    boolean isIdle(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** When the last request of any kind, heartbeats included, reached this node. */
    Instant lastSeen() {
        return lastSeen;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    boolean hasEnded() {
        return ended.get();
    }

    /** True for the one caller that ends it. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
