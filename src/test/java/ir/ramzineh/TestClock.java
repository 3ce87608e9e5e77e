package ir.ramzineh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** The portal's clock in tests: the real one plus an offset, which falls back to nothing after each test. */
public final class TestClock extends Clock {
    private static final Clock SYSTEM = Clock.systemUTC();
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private volatile @Nullable Instant held;

    /** Moves time on, or back where {@code by} is negative. */
    public void advance(Duration by) {
        Instant since = held;
        if (since != null) {
            held = since.plus(by);
        }
        offset.updateAndGet(by::plus);
    }

    /**
     * Stands still until it is released or the test ends, but for what it is moved by: where a code must not end because
     * the machine was slow.
     */
    public void hold() {
        held = instant();
    }

    /** Stands still while something is done, and then goes on as before. */
    public void whileHeld(Runnable deed) {
        Instant before = held;
        if (before == null) {
            hold();
        }
        try {
            deed.run();
        } finally {
            if (before == null) {
                release();
            }
        }
    }

    /** Goes on, at the moment that has come meanwhile. */
    public void release() {
        held = null;
    }

    public void reset() {
        held = null;
        offset.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Instant still = held;
        return still != null ? Clock.fixed(still, zone) : Clock.offset(SYSTEM.withZone(zone), offset.get());
    }

    /** Goes to the beginning of the next time step, so that what follows does not meet its end by chance. */
    public void toNextStep(int seconds) {
        long step = seconds * 1000L;
        advance(Duration.ofMillis(step - instant().toEpochMilli() % step));
    }

    @Override
    public Instant instant() {
        Instant still = held;
        return still != null ? still : SYSTEM.instant().plus(offset.get());
    }

    @TestConfiguration
    static class Configuration {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    /** Registered in spring.factories of the tests. */
    public static final class Reset implements TestExecutionListener {
        @Override
        public void afterTestMethod(TestContext context) {
            context.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
        }
    }
}
