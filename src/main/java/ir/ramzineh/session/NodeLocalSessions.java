package ir.ramzineh.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions whose sign-in survives a restart and whose user interface lives in one node.
 *
 * <p>Three rules keep it safe. An id that is given up takes its row with it: {@link #renew} makes a new row under a new
 * key, so a slow request that began before the sign-in writes into nothing, on whichever node it runs, and cannot
 * revive the old id (session fixation). A request whose id was superseded on this node saves nothing at all. And the
 * clock that decides about expiry is the injected one.
 *
 * @param <S> the session of the store
 */
final class NodeLocalSessions<S extends Session> implements SessionRepository<NodeLocalSession<S>> {
    private static final Duration NEVER_STORED_MAX = Duration.ofMinutes(1);

    private final SessionRepository<S> store;
    private final SessionSettings settings;
    private final OpenTabs tabs;
    private final Clock clock;
    private final ConcurrentHashMap<String, NodeLocalState> states = new ConcurrentHashMap<>();
    private final ScopedValue<RequestScope<S>> currentRequest = ScopedValue.newInstance();

    NodeLocalSessions(SessionRepository<S> store, SessionSettings settings, OpenTabs tabs, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.tabs = tabs;
        this.clock = clock;
    }

    SessionSettings settings() {
        return settings;
    }

    Instant now() {
        return clock.instant();
    }

    /** How many sessions have something in the memory of this node. */
    int localCount() {
        return states.size();
    }

    /**
     * Runs one request. Within it the row is read once, however often the servlet filters ask.
     *
     * @param passive whether the browser asks by itself (heartbeat, push), which is no sign of life of the customer;
     *     asked when the session is stored
     */
    void during(BooleanSupplier passive, ScopedValue.CallableOp<@Nullable Void, Exception> request) throws Exception {
        ScopedValue.where(currentRequest, new RequestScope<>(passive)).call(request);
    }

    boolean isPassiveRequest() {
        return currentRequest.isBound() && currentRequest.get().passive.getAsBoolean();
    }

    @Override
    public NodeLocalSession<S> createSession() {
        S row = store.createSession();
        row.setLastAccessedTime(now());
        row.setMaxInactiveInterval(settings.anonymousIdleMax());
        NodeLocalState state = new NodeLocalState(row.getId(), false, now());
        states.put(row.getId(), state);
        return new NodeLocalSession<>(this, row, state);
    }

    @Override
    public void save(NodeLocalSession<S> session) {
        NodeLocalState state = session.state();
        if (state.hasEnded() || !state.sessionId().equals(session.getId())) {
            return;
        }
        session.touch();
        saveTwiceIfNeedBe(session.row());
        session.note();
        state.stored();
    }

    /** Parallel requests of one session may meet in the row; the loser of a deadlock simply writes again. */
    private void saveTwiceIfNeedBe(S row) {
        try {
            store.save(row);
        } catch (ConcurrencyFailureException first) {
            store.save(row);
        }
    }

    @Override
    public @Nullable NodeLocalSession<S> findById(String id) {
        if (!currentRequest.isBound()) {
            return read(id);
        }
        RequestScope<S> scope = currentRequest.get();
        if (!id.equals(scope.id)) {
            scope.session = read(id);
            scope.id = id;
        }
        return scope.session;
    }

    private @Nullable NodeLocalSession<S> read(String id) {
        S row = store.findById(id);
        if (row == null) {
            endState(id);
            return null;
        }
        Instant now = now();
        NodeLocalState state = states.computeIfAbsent(row.getId(), key -> new NodeLocalState(key, true, now));
        NodeLocalSession<S> session = new NodeLocalSession<>(this, row, state);
        session.note();
        if (session.isExpired()) {
            deleteById(id);
            return null;
        }
        state.seen(now);
        return session;
    }

    @Override
    public void deleteById(String id) {
        store.deleteById(id);
        forgetInRequest(id);
        endState(id);
    }

    /** Moves a session to a new id and a new row; the old row is gone before the new one is written. */
    S renew(NodeLocalSession<S> session) {
        S old = session.row();
        S fresh = store.createSession();
        fresh.setLastAccessedTime(old.getLastAccessedTime());
        fresh.setMaxInactiveInterval(old.getMaxInactiveInterval());
        for (String name : old.getAttributeNames()) {
            Object value = old.getAttribute(name);
            if (value != null) {
                fresh.setAttribute(name, value);
            }
        }
        NodeLocalState state = session.state();
        state.renamed(fresh.getId());
        states.put(fresh.getId(), state);
        states.remove(old.getId(), state);
        store.deleteById(old.getId());
        forgetInRequest(old.getId());
        return fresh;
    }

    private void forgetInRequest(String id) {
        if (currentRequest.isBound() && id.equals(currentRequest.get().id)) {
            currentRequest.get().session = null;
        }
    }

    /**
     * Drops what this node holds for sessions that have ended or moved away.
     *
     * @param stillAlive given ids, answers with those that have a live row
     */
    void reap(UnaryOperator<Set<String>> stillAlive) {
        Instant now = now();
        Set<String> stored = new HashSet<>();
        states.forEach((id, state) -> {
            if (state.isStored()) {
                stored.add(id);
            } else if (state.lastSeen().plus(NEVER_STORED_MAX).isBefore(now)) {
                endState(id);
            }
        });
        Set<String> alive = stored.isEmpty() ? Set.of() : stillAlive.apply(stored);
        for (String id : stored) {
            NodeLocalState state = states.get(id);
            if (!alive.contains(id)) {
                endState(id);
            } else if (state != null
                    && state.lastSeen().plus(settings.forgetAfter()).isBefore(now)) {
                endState(id, OpenTabs.Farewell.MOVED);
            }
        }
    }

    private void endState(String id) {
        NodeLocalState state = states.get(id);
        if (state != null) {
            endState(id, state.isIdle(now()) ? OpenTabs.Farewell.IDLE : OpenTabs.Farewell.ENDED);
        }
    }

    private void endState(String id, OpenTabs.Farewell farewell) {
        NodeLocalState state = states.get(id);
        if (state == null || !states.remove(id, state) || !id.equals(state.sessionId()) || !state.end()) {
            return;
        }
        tabs.close(id, state, farewell);
    }

    private static final class RequestScope<S extends Session> {
        private final BooleanSupplier passive;
        private @Nullable String id;
        private @Nullable NodeLocalSession<S> session;

        RequestScope(BooleanSupplier passive) {
            this.passive = passive;
        }
    }
}
