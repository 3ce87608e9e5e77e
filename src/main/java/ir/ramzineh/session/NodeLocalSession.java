package ir.ramzineh.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * One request's view of a session: durable attributes in the row, all others in the memory of this node.
 *
 * @param <S> the session of the store
 */
final class NodeLocalSession<S extends Session> implements Session {
    private final NodeLocalSessions<S> sessions;
    private final NodeLocalState state;
    private S row;
    private @Nullable Instant askedAt;

    NodeLocalSession(NodeLocalSessions<S> sessions, S row, NodeLocalState state) {
        this.sessions = sessions;
        this.row = row;
        this.state = state;
    }

    S row() {
        return row;
    }

    NodeLocalState state() {
        return state;
    }

    @Override
    public String getId() {
        return row.getId();
    }

    @Override
    public String changeSessionId() {
        row = sessions.renew(this);
        return row.getId();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // the interface promises the caller's type without proof
    public <T> @Nullable T getAttribute(String name) {
        return DurableAttributes.contains(name)
                ? row.getAttribute(name)
                : (T) state.values().get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        Set<String> names = new HashSet<>(row.getAttributeNames());
        names.addAll(state.values().keySet());
        return names;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else if (DurableAttributes.contains(name)) {
            row.setAttribute(name, value);
            if (DurableAttributes.SECURITY_CONTEXT.equals(name)) {
                row.setMaxInactiveInterval(sessions.settings().signedInIdleMax());
            }
        } else if (!state.hasEnded()) {
            state.values().put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (DurableAttributes.contains(name)) {
            row.removeAttribute(name);
        } else {
            state.values().remove(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return row.getCreationTime();
    }

    /** Notes that a request came. Whether it counts is known only when it has been served, see {@link #touch}. */
    @Override
    public void setLastAccessedTime(Instant ignoredWallClock) {
        askedAt = sessions.now();
    }

    /**
     * The customer did something, unless the page asked by itself. The row is written at most once per
     * {@link SessionSettings#touchEvery()}.
     */
    void touch() {
        Instant at = askedAt;
        askedAt = null;
        if (at == null || sessions.isPassiveRequest()) {
            return;
        }
        if (!row.getLastAccessedTime().plus(sessions.settings().touchEvery()).isAfter(at)) {
            row.setLastAccessedTime(at);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return row.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        row.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return row.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return !expiresAt().isAfter(sessions.now());
    }

    private Instant expiresAt() {
        return row.getLastAccessedTime().plus(row.getMaxInactiveInterval());
    }

    /** Tells the node's memory what the row says, for the day the row is gone. */
    void note() {
        state.noted(row.getAttributeNames().contains(DurableAttributes.SECURITY_CONTEXT), expiresAt());
    }
}
