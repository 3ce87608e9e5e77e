package ir.ramzineh.kernel;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets an answer take a whole number of steps of time, so that how long it took does not tell what was found. The caller
 * must hold neither a transaction nor a lock meanwhile.
 */
public final class EvenTime {
    private EvenTime() {}

    /**
     * Does the work, then waits until the next full step since it began.
     *
     * @param step longer than the work usually takes; zero switches the waiting off
     */
    public static <T> T of(Duration step, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            rest(begun, step.toNanos());
        }
    }

    private static void rest(long begunNanos, long stepNanos) {
        if (stepNanos <= 0) {
            return;
        }
        long taken = System.nanoTime() - begunNanos;
        try {
            Thread.sleep(Duration.ofNanos(stepNanos - taken % stepNanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
