package ir.ramzineh.sms;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A provider with what the portal knows about it: its free places, its circuit, its counts. */
final class Carrier {
    /** What became of one try. */
    enum Outcome {
        ACCEPTED,
        REJECTED,
        DEFERRED,
        LOST
    }

    private final SmsProvider provider;
    private final boolean alone;
    private final int parallel;
    private final Circuit circuit;
    private final Semaphore places;
    private final MeterRegistry meters;

    /** @param alone there is nobody else to ask, so it is never left alone */
    Carrier(SmsProvider provider, boolean alone, SmsSettings settings, MeterRegistry meters) {
        this.provider = provider;
        this.alone = alone;
        this.parallel = settings.parallel();
        this.circuit = new Circuit(settings.circuit());
        this.places = new Semaphore(parallel);
        this.meters = meters;
        Gauge.builder("ramzineh.sms.provider.open", circuit, state -> state.open() ? 1 : 0)
                .description("1 while the provider is left alone after failures in a row")
                .tag("provider", provider.name())
                .register(meters);
    }

    String name() {
        return provider.name();
    }

    boolean recognisesRepeats() {
        return provider.recognisesRepeats();
    }

    boolean admits(Instant now) {
        return alone || circuit.admits(now);
    }

    boolean ready() {
        return provider.ready();
    }

    boolean leftAlone() {
        return !alone && circuit.open();
    }

    /** Whether it is worth asking, for health. */
    boolean well() {
        return provider.ready() && (alone || !circuit.open());
    }

    /** Takes a place; it is given back by {@link #submit} or {@link #leave}. */
    boolean enter() {
        return places.tryAcquire();
    }

    boolean enterWithin(long millis) throws InterruptedException {
        return places.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    void leave() {
        places.release();
    }

    /** Takes all places, when no try is to begin any more. */
    boolean enterAllWithin(long millis) throws InterruptedException {
        return places.tryAcquire(parallel, millis, TimeUnit.MILLISECONDS);
    }

    /** The place stays taken until the provider's call has really ended, even if nobody waits for it any more. */
    Submission submit(OutgoingSms message) {
        try {
            return provider.submit(message);
        } finally {
            leave();
        }
    }

    void note(Outcome outcome, Instant now) {
        switch (outcome) {
            case ACCEPTED, REJECTED -> circuit.succeeded();
            case DEFERRED, LOST -> circuit.failed(now);
        }
        meters.counter(
                        "ramzineh.sms.submissions",
                        "provider",
                        name(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
