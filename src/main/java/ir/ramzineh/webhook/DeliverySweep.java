package ir.ramzineh.webhook;

import ir.ramzineh.webhook.DeliveryTable.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries due events to their receivers: each receiver by a thread of its own, oldest event first, so that a slow one
 * holds nobody but itself. While a receiver is asked, neither a transaction nor a connection of the database is held.
 */
@Component
class DeliverySweep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeliverySweep.class);
    private static final int RECEIVERS_AT_ONCE_MAX = 32;
    private static final int EVENTS_OF_A_TURN_MAX = 200;
    /** A claim outlives the try by this much: the outcome must be noted before another node may try. */
    private static final Duration CLAIM_MARGIN = Duration.ofSeconds(20);

    private static final Duration CLOSE_MARGIN = Duration.ofSeconds(2);

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final WebhookSender sender;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(RECEIVERS_AT_ONCE_MAX);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    DeliverySweep(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            WebhookSender sender,
            WebhookSettings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins with every receiver that has something due and is not at work already. */
    void sweep() {
        for (long endpoint : endpoints.due(clock.instant())) {
            if (closing || !atWork.add(endpoint)) {
                continue;
            }
            if (!places.tryAcquire()) {
                atWork.remove(endpoint);
                return;
            }
            boolean started = false;
            try {
                threads.execute(() -> turn(endpoint));
                started = true;
            } finally {
                if (!started) {
                    leave(endpoint);
                }
            }
        }
    }

    private void turn(long endpoint) {
        try {
            int told = 0;
            while (!closing && told < EVENTS_OF_A_TURN_MAX && deliverOldest(endpoint)) {
                told++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Only the kind of the error: its message may quote the row. The claim ends by itself.
            log.warn(
                    "The receiver {} waits for the next turn: {}",
                    endpoint,
                    e.getClass().getSimpleName());
        } finally {
            leave(endpoint);
        }
    }

    private void leave(long endpoint) {
        places.release();
        atWork.remove(endpoint);
    }

    /** Whether there was one, and the receiver took it. */
    private boolean deliverOldest(long endpoint) throws InterruptedException {
        Instant now = clock.instant();
        Optional<Claimed> claimed = deliveries.claimOldest(
                endpoint, now, now.plus(settings.answerWithin()).plus(CLAIM_MARGIN));
        if (claimed.isEmpty()) {
            return false;
        }
        Optional<EndpointTable.Target> target = endpoints.target(endpoint, now);
        if (target.isEmpty()) {
            deliveries.unclaim(claimed.get());
            return false;
        }
        WebhookAnswer answer = sender.send(
                "msg_" + claimed.get().event(),
                claimed.get().body(),
                target.get().address(),
                target.get().secrets());
        note(claimed.get(), answer);
        return answer.isGood();
    }

    private void note(Claimed claimed, WebhookAnswer answer) {
        Instant now = clock.instant();
        if (answer.isGood()) {
            deliveries.note(claimed, DeliveryState.DELIVERED, answer, null);
            endpoints.answered(claimed.endpoint());
            return;
        }
        boolean given = claimed.tries() > settings.retries().size();
        deliveries.note(
                claimed,
                given ? DeliveryState.PARKED : DeliveryState.WAITING,
                answer,
                given ? null : now.plus(settings.retries().get(claimed.tries() - 1)));
        endpoints.failed(claimed.endpoint(), now);
    }

    /** Begins nothing new and lets the running tries end. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        long patience = settings.answerWithin().plus(CLOSE_MARGIN).toMillis();
        try {
            if (!threads.awaitTermination(patience, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
