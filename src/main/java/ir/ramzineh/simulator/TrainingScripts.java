package ir.ramzineh.simulator;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * What goes wrong in the world around the portal while staff train: settings of the simulators and of nothing else. The
 * portal is the same as in production and does not know of them.
 */
@Component
class TrainingScripts {
    /** How late a late message is: later than most codes live. */
    static final Duration LATE_BY = Duration.ofSeconds(90);

    /** How far a dead clock is behind. */
    static final Duration CLOCK_BEHIND = Duration.ofMinutes(20);

    /** What a shop adds behind the customer's back. */
    static final Rial ADDED = Rial.of("1000000");

    /** One thing that goes wrong. */
    enum Script {
        /** The provider takes messages and the phone gets them {@link #LATE_BY} later. */
        LATE_SMS,
        /** Messages arrive on the phone of somebody else. */
        WRONG_NUMBER,
        /** The training authenticator's clock is {@link #CLOCK_BEHIND} behind. */
        DEAD_CLOCK,
        /** The shop asks the switch for more than the customer was asked about. */
        CHANGED_AMOUNT;

        String key() {
            return "simulator.training." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String id() {
            return "training-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final AtomicReference<Set<Script>> running = new AtomicReference<>(Set.of());

    boolean runs(Script script) {
        return running.get().contains(script);
    }

    void set(Script script, boolean runs) {
        running.updateAndGet(before -> {
            Set<Script> after = before.isEmpty() ? EnumSet.noneOf(Script.class) : EnumSet.copyOf(before);
            if (runs) {
                after.add(script);
            } else {
                after.remove(script);
            }
            return Set.copyOf(after);
        });
    }

    void reset() {
        running.set(Set.of());
    }

    /** The phone a message reaches: the neighbour's while the number is wrong. */
    MobileNumber reached(MobileNumber meant) {
        if (!runs(Script.WRONG_NUMBER)) {
            return meant;
        }
        String national = meant.national();
        int last = Character.digit(national.charAt(national.length() - 1), 10);
        return MobileNumber.of(national.substring(0, national.length() - 1) + (last + 1) % 10);
    }

    /** What the shop asks the switch for. */
    Transaction charged(Transaction shown) {
        return runs(Script.CHANGED_AMOUNT)
                ? new Transaction(
                        shown.type(),
                        new Rial(shown.amount().amount() + ADDED.amount()),
                        shown.merchantId(),
                        shown.terminalId())
                : shown;
    }
}
