package ir.ramzineh.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Carries messages from the outbox to the provider, a bounded number at a time, each within a time-out. While the
 * provider is asked, neither a transaction nor a connection is held (security case 17).
 */
@Component
class SmsDelivery implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmsDelivery.class);
    private static final int BATCH = 200;
    /** A claim outlives the time-out by this much: the outcome must be written before another worker may try. */
    private static final Duration CLAIM_MARGIN = Duration.ofSeconds(20);

    private final SmsMessages messages;
    private final @Nullable SmsProvider provider;
    private final SmsSettings settings;
    private final Clock clock;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    @Autowired
    SmsDelivery(SmsMessages messages, ObjectProvider<SmsProvider> provider, SmsSettings settings, Clock clock) {
        this(messages, provider.getIfAvailable(), settings, clock);
    }

    SmsDelivery(SmsMessages messages, @Nullable SmsProvider provider, SmsSettings settings, Clock clock) {
        this.messages = messages;
        this.provider = provider;
        this.settings = settings;
        this.clock = clock;
        this.free = new Semaphore(settings.parallel());
        if (provider == null) {
            log.warn("No SMS provider is configured: messages wait in the outbox and expire unsent.");
        }
    }

    boolean hasProvider() {
        return provider != null;
    }

    /** Tries a message that was just committed, at once if a place is free; the next sweep finds it otherwise. */
    void nudge(SmsId id) {
        if (provider != null && free.tryAcquire()) {
            start(provider, id);
        }
    }

    /** Tries everything that is due and ends what can no longer be sent. */
    void sweep() throws InterruptedException {
        messages.endHopeless(clock.instant(), provider != null && provider.recognisesRepeats());
        if (provider == null) {
            return;
        }
        List<SmsId> due = messages.due(clock.instant(), BATCH);
        for (SmsId id : due) {
            // A provider that hangs fills all places; the rest waits for the next sweep instead of piling up.
            if (!free.tryAcquire(1, TimeUnit.SECONDS)) {
                return;
            }
            start(provider, id);
        }
    }

    private void start(SmsProvider to, SmsId id) {
        boolean started = false;
        try {
            if (!closing) {
                threads.execute(() -> deliver(to, id));
                started = true;
            }
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    private void deliver(SmsProvider to, SmsId id) {
        boolean placeMoved = false;
        try {
            Instant now = clock.instant();
            Instant until = now.plus(settings.providerTimeout()).plus(CLAIM_MARGIN);
            Optional<SmsMessages.Claimed> claimed = messages.claim(id, now, until, to.recognisesRepeats());
            if (claimed.isPresent()) {
                // The place stays taken until the provider's call has really ended, even if nobody waits for it any
                // more.
                Future<Submission> answer =
                        threads.submit(() -> submit(to, claimed.get().message()));
                placeMoved = true;
                settle(claimed.get(), answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Only the kind of the error: its message may quote the row. The claim ends by itself.
            log.warn(
                    "Message {} stays in the outbox: {}",
                    id.value(),
                    e.getClass().getSimpleName());
        } finally {
            if (!placeMoved) {
                free.release();
            }
        }
    }

    private Submission submit(SmsProvider to, OutgoingSms message) {
        try {
            return to.submit(message);
        } finally {
            free.release();
        }
    }

    private void settle(SmsMessages.Claimed claimed, Future<Submission> answer) throws InterruptedException {
        SmsId id = claimed.message().id();
        try {
            Submission submission = answer.get(settings.providerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            Instant now = clock.instant();
            Instant next = now.plus(settings.retryAfter(claimed.tries()));
            switch (submission) {
                case Submission.Accepted(String reference) ->
                    messages.handedOver(id, claimed.claim(), bounded(reference), now);
                case Submission.Rejected(String reason) -> messages.failed(id, claimed.claim(), bounded(reason), now);
                case Submission.Deferred(String reason) ->
                    messages.tryAgain(id, claimed.claim(), bounded(reason), next);
            }
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            log.warn("The SMS provider gave no answer for message {}: {}", id.value(), kind(e));
            Instant now = clock.instant();
            messages.answerLost(id, claimed.claim(), now, now.plus(settings.retryAfter(claimed.tries())));
        }
    }

    private static String kind(Exception e) {
        Throwable cause = e.getCause();
        return (cause == null ? e : cause).getClass().getSimpleName();
    }

    private static String bounded(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }

    /** Begins nothing new and lets the running tries finish; what is left stays in the outbox. */
    @Override
    public void close() {
        closing = true;
        long patience = settings.providerTimeout().toMillis();
        try {
            // First every place, then the threads: a try that has claimed its message must still reach the provider.
            if (!free.tryAcquire(settings.parallel(), patience, TimeUnit.MILLISECONDS)) {
                log.warn("The SMS provider still holds calls at shutdown; their outcome will count as lost.");
            }
            threads.shutdown();
            if (!threads.awaitTermination(patience, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
