package ir.ramzineh.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages how their activation stands. The row is the truth: as long as anybody listens, one statement a second
 * reads all rows listened to, which also sees what another node did; a change on this node only makes that happen at
 * once. Nobody listening means no statement.
 *
 * <p>A listener goes away when its page closes the subscription, when its activation is over, or at the end of the
 * activation's life, whichever comes first: a forgotten one does not stay.
 */
@Component
class ActivationChanges implements DisposableBean {
    /** Published inside the transaction that changed an activation. */
    record Changed(ActivationId id) {}

    private static final Logger LOG = LoggerFactory.getLogger(ActivationChanges.class);
    private static final int POLL_MILLIS = 1_000;
    private static final int LISTENERS_MAX = 10_000;

    private final ActivationTable table;
    private final Clock clock;
    private final Set<Listening> listenings = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("activation-changes-", 0).factory());
    private @Nullable Future<?> polling;

    ActivationChanges(ActivationTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    Subscription listen(ActivationId id, Instant until, Consumer<ActivationState> listener) {
        if (listenings.size() >= LISTENERS_MAX) {
            throw new IllegalStateException("too many pages listen to activations");
        }
        Listening listening = new Listening(id, until, listener);
        listenings.add(listening);
        beginPolling();
        poller.execute(this::look);
        return () -> listenings.remove(listening);
    }

    private synchronized void beginPolling() {
        if (polling == null) {
            polling = poller.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Changed changed) {
        if (listenings.stream().anyMatch(listening -> listening.id.equals(changed.id()))) {
            poller.execute(this::look);
        }
    }

    int listeners() {
        return listenings.size();
    }

    @Override
    public void destroy() {
        listenings.clear();
        poller.shutdownNow();
    }

    /** Never throws: a schedule that threw would not run again. */
    private void look() {
        Set<ActivationId> ids =
                listenings.stream().map(listening -> listening.id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        try {
            Map<ActivationId, ActivationState> states = table.states(ids, now);
            for (Listening listening : listenings) {
                // A listener that came after the ids were read waits for the next look.
                if (ids.contains(listening.id)) {
                    tell(listening, states.getOrDefault(listening.id, ActivationState.EXPIRED), now);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Activations could not be looked at, trying again: {}",
                    e.getClass().getName());
        }
    }

    private void tell(Listening listening, ActivationState state, Instant now) {
        if (state.isOver() || !now.isBefore(listening.until)) {
            listenings.remove(listening);
        }
        if (listening.told.getAndSet(state) == state) {
            return;
        }
        try {
            listening.listener.accept(state);
        } catch (RuntimeException e) {
            // Its page is gone or broken; it must not keep the others from hearing.
            LOG.debug("A page did not want to hear", e);
            listenings.remove(listening);
        }
    }

    private static final class Listening {
        private final ActivationId id;
        private final Instant until;
        private final Consumer<ActivationState> listener;
        private final AtomicReference<@Nullable ActivationState> told = new AtomicReference<>();

        Listening(ActivationId id, Instant until, Consumer<ActivationState> listener) {
            this.id = id;
            this.until = until;
            this.listener = listener;
        }
    }
}
