package ir.ramzineh.sms;

import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a provider alone that failed several times in a row. When the time of that is over, one message tries; its
 * outcome closes the circuit or lets the next try wait again.
 */
final class Circuit {
    private final int failuresMax;
    private final Duration openFor;
    private int failures;
    private Instant closedFrom = Instant.MIN;

    Circuit(SmsSettings.CircuitRule rule) {
        this.failuresMax = rule.failures();
        this.openFor = rule.openFor();
    }

    /** Whether a message may be handed over now. While half open, only the first to ask may. */
    synchronized boolean admits(Instant now) {
        if (failures < failuresMax) {
            return true;
        }
        // A clock that was set back must not hold the provider for longer than the rule says.
        if (now.isBefore(closedFrom) && now.plus(openFor).isAfter(closedFrom)) {
            return false;
        }
        closedFrom = now.plus(openFor);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed(Instant now) {
        failures = Math.min(failures + 1, failuresMax);
        if (failures == failuresMax) {
            closedFrom = now.plus(openFor);
        }
    }

    synchronized boolean open() {
        return failures == failuresMax;
    }
}
