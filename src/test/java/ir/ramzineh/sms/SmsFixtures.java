package ir.ramzineh.sms;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import ir.ramzineh.Patience;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the tests of the outbox and its providers share. */
final class SmsFixtures {
    private SmsFixtures() {}

    static SmsSettings settings(int parallel, Duration timeout) {
        List<Duration> retries =
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));
        return new SmsSettings(
                "رمزینه",
                "Ramzineh",
                parallel,
                timeout,
                retries,
                Duration.ofDays(180),
                List.of(),
                List.of(),
                new SmsSettings.CircuitRule(3, Duration.ofSeconds(10)),
                new SmsSettings.Incoming(List.of("20001"), Duration.ofSeconds(30)));
    }

    static SmsProviders providers(SmsSettings settings, SmsProvider... providers) {
        return new SmsProviders(List.of(providers), settings, new SimpleMeterRegistry());
    }

    static SmsDelivery delivery(SmsMessages messages, Duration timeout, Clock time, SmsProvider... providers) {
        SmsSettings settings = settings(16, timeout);
        return new SmsDelivery(messages, providers(settings, providers), settings, time);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Patience.LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within " + Patience.LONG);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
