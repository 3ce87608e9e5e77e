package ir.ramzineh.simulator;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One payment from the shop's button to its end, kept by the page's server: a reload, Back or another tab finds it as it
 * is. Guarded by itself.
 */
final class Checkout {
    /** How long a payment page waits for its customer. */
    static final Duration OPEN_FOR = Duration.ofMinutes(15);

    private static final int TRIES_MAX = 5;

    /** How a payment stands. */
    enum State {
        OPEN,
        PAID,
        CANCELLED,
        FAILED
    }

    /** The latest press of the button, with all that makes it the same press when it is repeated. */
    record Asked(String requestId, CardNumber card, String expiry, String merchantName) {}

    private final String id;
    private final Shop shop;
    private final Rial amount;
    private final Instant until;
    private State state = State.OPEN;
    private int tries;
    private @Nullable Asked asked;

    Checkout(String id, Shop shop, Rial amount, Instant now) {
        this.id = id;
        this.shop = shop;
        this.amount = amount;
        this.until = now.plus(OPEN_FOR);
    }

    String id() {
        return id;
    }

    Shop shop() {
        return shop;
    }

    Rial amount() {
        return amount;
    }

    Instant until() {
        return until;
    }

    Transaction transaction() {
        return new Transaction(TransactionType.PURCHASE, amount, shop.merchantId(), shop.terminalId());
    }

    synchronized State state(Instant now) {
        if (state == State.OPEN && !now.isBefore(until)) {
            state = State.CANCELLED;
        }
        return state;
    }

    synchronized Optional<Asked> asked() {
        return Optional.ofNullable(asked);
    }

    synchronized void ask(Asked press) {
        asked = press;
    }

    synchronized void cancel() {
        state = state == State.OPEN ? State.CANCELLED : state;
    }

    /** What a try to pay brought; after the last one the payment has failed. */
    synchronized void tried(boolean accepted) {
        tries++;
        if (accepted) {
            state = State.PAID;
        } else if (tries >= TRIES_MAX) {
            state = State.FAILED;
        }
    }

    synchronized int triesLeft() {
        return TRIES_MAX - tries;
    }
}
