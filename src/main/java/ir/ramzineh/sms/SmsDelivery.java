package ir.ramzineh.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries messages from the outbox to the providers, a bounded number at a time for each, each within a time-out. While a
 * provider is asked, neither a transaction nor a connection is held (security case 17).
 *
 * <p>Who certainly did not take a message is passed over for the next provider at once. Where nobody knows, the rules of
 * {@link SmsMessages#claim} decide whether anybody may be asked again.
 */
@Component
class SmsDelivery implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmsDelivery.class);
    private static final int BATCH = 200;
    private static final int PLACE_WAIT_MILLIS = 1_000;
    /** A claim outlives the time-out by this much: the outcome must be written before another worker may try. */
    private static final Duration CLAIM_MARGIN = Duration.ofSeconds(20);

    private final SmsMessages messages;
    private final SmsProviders providers;
    private final SmsSettings settings;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    SmsDelivery(SmsMessages messages, SmsProviders providers, SmsSettings settings, Clock clock) {
        this.messages = messages;
        this.providers = providers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tries a message that was just committed, at once if a place is free; the next sweep finds it otherwise. */
    void nudge(SmsId id) {
        List<Carrier> route = providers.route(null);
        next(route, Set.of()).filter(Carrier::enter).ifPresent(carrier -> start(carrier, route, id));
    }

    /** Tries everything that is due and ends what can no longer be sent. */
    void sweep() throws InterruptedException {
        messages.endHopeless(clock.instant(), providers.recognisingRepeats());
        if (providers.all().isEmpty()) {
            return;
        }
        // A provider that hangs fills its places; its messages wait for the next sweep instead of piling up.
        Set<Carrier> full = new HashSet<>();
        for (SmsMessages.Due due : messages.due(clock.instant(), BATCH)) {
            List<Carrier> route = providers.route(due.lostAt());
            Optional<Carrier> carrier = next(route, Set.of()).filter(each -> !full.contains(each));
            if (carrier.isEmpty()) {
                continue;
            }
            if (carrier.get().enterWithin(PLACE_WAIT_MILLIS)) {
                start(carrier.get(), route, due.id());
            } else {
                full.add(carrier.get());
            }
        }
    }

    private Optional<Carrier> next(List<Carrier> route, Set<Carrier> asked) {
        Instant now = clock.instant();
        return route.stream()
                .filter(carrier -> !asked.contains(carrier) && carrier.admits(now))
                .findFirst();
    }

    /** @param entered the carrier in which a place was taken */
    private void start(Carrier entered, List<Carrier> route, SmsId id) {
        boolean started = false;
        try {
            if (!closing) {
                threads.execute(() -> deliver(entered, route, id));
                started = true;
            }
        } finally {
            if (!started) {
                entered.leave();
            }
        }
    }

    private void deliver(Carrier entered, List<Carrier> route, SmsId id) {
        Optional<SmsMessages.Claimed> claimed = Optional.empty();
        try {
            Instant now = clock.instant();
            claimed = messages.claim(id, now, claimUntil(now), entered.name(), entered.recognisesRepeats());
        } catch (RuntimeException e) {
            stays(id, e);
        } finally {
            if (claimed.isEmpty()) {
                entered.leave();
            }
        }
        try {
            claimed.ifPresent(message -> carry(message, entered, route));
        } catch (RuntimeException e) {
            stays(id, e);
        }
    }

    /** Only the kind of the error: its message may quote the row. The claim ends by itself. */
    private static void stays(SmsId id, RuntimeException e) {
        log.warn("Message {} stays in the outbox: {}", id.value(), e.getClass().getSimpleName());
    }

    private Instant claimUntil(Instant now) {
        return now.plus(settings.providerTimeout()).plus(CLAIM_MARGIN);
    }

    /** Asks one provider after the other until somebody knows what becomes of the message. */
    private void carry(SmsMessages.Claimed claimed, Carrier first, List<Carrier> route) {
        Set<Carrier> asked = new HashSet<>();
        Optional<Carrier> carrier = Optional.of(first);
        while (carrier.isPresent()) {
            asked.add(carrier.get());
            carrier = ask(claimed, carrier.get()).flatMap(reason -> passOn(claimed, reason, route, asked));
        }
    }

    /** Asks one provider and writes down what it said; the reason when it did certainly not take the message. */
    private Optional<String> ask(SmsMessages.Claimed claimed, Carrier carrier) {
        Future<Submission> answer = threads.submit(() -> carrier.submit(claimed.message()));
        SmsId id = claimed.message().id();
        try {
            Submission submission = answer.get(settings.providerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            Instant now = clock.instant();
            switch (submission) {
                case Submission.Accepted(String reference) -> {
                    carrier.note(Carrier.Outcome.ACCEPTED, now);
                    messages.handedOver(id, claimed.claim(), bounded(reference), now);
                }
                case Submission.Rejected(String reason) -> {
                    carrier.note(Carrier.Outcome.REJECTED, now);
                    messages.failed(id, claimed.claim(), bounded(reason), now);
                }
                case Submission.Deferred(String reason) -> {
                    carrier.note(Carrier.Outcome.DEFERRED, now);
                    return Optional.of(bounded(reason));
                }
            }
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            lost(claimed, carrier, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void lost(SmsMessages.Claimed claimed, Carrier carrier, Exception e) {
        SmsId id = claimed.message().id();
        Throwable cause = e.getCause() == null ? e : e.getCause();
        log.warn(
                "The SMS provider {} gave no answer for message {}: {}",
                carrier.name(),
                id.value(),
                cause.getClass().getSimpleName());
        Instant now = clock.instant();
        carrier.note(Carrier.Outcome.LOST, now);
        messages.answerLost(id, claimed.claim(), now, now.plus(settings.retryAfter(claimed.tries())));
    }

    /** The next provider that has a place and may have the message; without one the message waits. */
    private Optional<Carrier> passOn(
            SmsMessages.Claimed claimed, String reason, List<Carrier> route, Set<Carrier> asked) {
        SmsId id = claimed.message().id();
        Instant now = clock.instant();
        Optional<Carrier> next = closing ? Optional.empty() : next(route, asked).filter(Carrier::enter);
        boolean moved = false;
        try {
            moved = next.isPresent()
                    && messages.move(id, claimed.claim(), next.get().name(), now, claimUntil(now));
        } finally {
            if (!moved) {
                next.ifPresent(Carrier::leave);
            }
        }
        if (!moved) {
            messages.tryAgain(id, claimed.claim(), reason, now, now.plus(settings.retryAfter(claimed.tries())));
            return Optional.empty();
        }
        return next;
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
            for (Carrier carrier : providers.all()) {
                if (!carrier.enterAllWithin(patience)) {
                    log.warn(
                            "The SMS provider {} still holds calls at shutdown; their outcome will count as lost.",
                            carrier.name());
                }
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
