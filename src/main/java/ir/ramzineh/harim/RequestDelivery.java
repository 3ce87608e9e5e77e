package ir.ramzineh.harim;

import ir.ramzineh.card.Attempt;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issued.CodeOrder;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deals with requests after they were answered: asks the bank whose card it is, and sends the code where everything is
 * right. Each request is taken once; a node that dies in between leaves it untaken for the next, or taken and unsent, and
 * the customer presses the button again.
 */
@Component
class RequestDelivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestDelivery.class);
    private static final int PARALLEL = 32;
    private static final int BATCH = 100;
    private static final Duration OVERLOOKED = Duration.ofSeconds(2);

    private final RequestTable table;
    private final CardDirectory directory;
    private final CardPasswords passwords;
    private final PaymentCodes codes;
    private final Clock clock;
    private final Semaphore free = new Semaphore(PARALLEL);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    RequestDelivery(
            RequestTable table, CardDirectory directory, CardPasswords passwords, PaymentCodes codes, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.passwords = passwords;
        this.codes = codes;
        this.clock = clock;
    }

    /** Deals with a request that was just committed, at once if there is room; the sweep finds it otherwise. */
    void nudge(long id) {
        if (free.tryAcquire()) {
            threads.execute(() -> {
                try {
                    deal(id);
                } finally {
                    free.release();
                }
            });
        }
    }

    void sweep() {
        table.forgotten(clock.instant().minus(OVERLOOKED), clock.instant(), BATCH)
                .forEach(this::nudge);
    }

    private void deal(long id) {
        try {
            table.take(id, clock.instant()).ifPresent(this::deal);
        } catch (RuntimeException e) {
            // Only the kind of the error: its message may quote the row.
            LOG.warn(
                    "A request for a payment code was not dealt with: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void deal(RequestTable.Waiting request) {
        Optional<FoundCard> found = directory.find(request.card());
        if (found.isEmpty()) {
            codes.refuse(request.id(), Delivery.UNKNOWN_CARD);
            return;
        }
        FoundCard card = found.get();
        Optional<Delivery> obstacle = obstacle(request, card);
        if (obstacle.isPresent()) {
            codes.refuse(request, card, obstacle.get());
        } else {
            codes.send(request, card);
        }
    }

    private Optional<Delivery> obstacle(RequestTable.Waiting request, FoundCard card) {
        if (clock.instant().plus(CodeOrder.LIFE_MIN).isAfter(request.closesAt())) {
            return Optional.of(Delivery.TOO_LATE);
        }
        if (request.expiry().isPresent() && !request.expiry().get().equals(card.expiry())) {
            return Optional.of(Delivery.WRONG_DATA);
        }
        if (card.numberTooNew()) {
            return Optional.of(Delivery.NEW_NUMBER);
        }
        return switch (passwords.look(request.card(), PasswordKind.SECOND)) {
            case Attempt.Reserved open -> obstacle(request, open);
            case Attempt.Closed closed ->
                Optional.of(
                        switch (closed.cause()) {
                            case UNKNOWN_CARD -> Delivery.UNKNOWN_CARD;
                            case CARD_NOT_USABLE -> Delivery.NOT_USABLE;
                            case GIFT_CARD -> Delivery.GIFT_CARD;
                            case NOT_DYNAMIC -> Delivery.NOT_ON;
                            case LOCKED -> Delivery.LOCKED;
                            case FROZEN -> Delivery.FROZEN;
                        });
        };
    }

    private Optional<Delivery> obstacle(RequestTable.Waiting request, Attempt.Reserved open) {
        if (!open.channels().contains(CodeChannel.HARIM)) {
            return Optional.of(Delivery.NOT_ON);
        }
        Rial cap = open.amountCap();
        boolean allowed = (cap == null || request.payment().amount().compareTo(cap) <= 0)
                && open.allowed().types().contains(request.payment().type())
                && open.allowed().at(clock.instant());
        return allowed ? Optional.empty() : Optional.of(Delivery.NOT_ALLOWED);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
