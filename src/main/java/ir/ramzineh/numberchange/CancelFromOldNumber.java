package ir.ramzineh.numberchange;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.fraudcase.NotMe;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.sms.IncomingSmsHandler;
import ir.ramzineh.sms.IncomingText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The old number says no: the word, or a mere «1» where nobody has this number any more, so that it cannot be about a
 * code. Comes before the codes by text message, who would take the sender for a stranger.
 */
@Component
@Order(100)
class CancelFromOldNumber implements IncomingSmsHandler {
    private static final Set<String> WORDS = Set.of("لغو", "لغو.", "cancel", "laghv");
    private static final String ONE = "1";
    /** How long after a change its old number still gets an answer. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final NumberChangeTable table;
    private final NumberStops stops;
    private final NumberChangeNews news;
    private final NumberWriter writer;
    private final Customers customers;
    private final Cards cards;
    private final NotMe cases;
    private final Clock clock;

    CancelFromOldNumber(
            NumberChangeTable table,
            NumberStops stops,
            NumberChangeNews news,
            NumberWriter writer,
            Customers customers,
            Cards cards,
            NotMe cases,
            Clock clock) {
        this.table = table;
        this.stops = stops;
        this.news = news;
        this.writer = writer;
        this.customers = customers;
        this.cards = cards;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Optional<Runnable> understand(IncomingText message) {
        if (!meant(message)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<NumberChangeTable.Row> away = table.away(message.from(), now.minus(REMEMBERED));
        List<Runnable> deeds = away.stream()
                .filter(change -> cancellable(change, now))
                .map(change -> {
                    CardId card = anyCard(change);
                    return (Runnable) () -> cancel(change, card);
                })
                .toList();
        if (!deeds.isEmpty()) {
            return Optional.of(() -> deeds.forEach(Runnable::run));
        }
        return away.stream().findFirst().flatMap(this::tooLate);
    }

    /** What is said where nothing can be cancelled any more; nothing where nothing was changed, or all is as it was. */
    private Optional<Runnable> tooLate(NumberChangeTable.Row change) {
        return switch (change.state()) {
            case DONE, COOLING -> Optional.of(() -> news.tooLate(change));
            case FAILED -> change.cancelled() ? Optional.of(() -> news.couldNotBeTakenBack(change)) : Optional.empty();
            case WRITING, TAKING_BACK, TAKEN_BACK -> Optional.empty();
        };
    }

    @Override
    public boolean passesLimit(IncomingText message) {
        return meant(message) && stops.passWord(message.from(), clock.instant());
    }

    private boolean meant(IncomingText message) {
        String text = message.text().strip().replace("«", "").replace("»", "").toLowerCase(Locale.ROOT);
        return WORDS.contains(text)
                || (Digits.code(text, 1, 1).filter(ONE::equals).isPresent()
                        && customers.byMobile(message.from()).isEmpty());
    }

    private static boolean cancellable(NumberChangeTable.Row change, Instant now) {
        Instant until = change.coolingUntil();
        return change.state() == State.WRITING
                || (change.state() == State.COOLING && until != null && until.isAfter(now));
    }

    /** A case stands on a card; which one makes no difference. */
    private @Nullable CardId anyCard(NumberChangeTable.Row change) {
        return cards.of(change.customer()).stream()
                .findFirst()
                .map(CardOverview::id)
                .orElse(null);
    }

    private void cancel(NumberChangeTable.Row change, @Nullable CardId card) {
        if (!stops.cancel(change.id(), clock.instant())) {
            return;
        }
        customers.holdCodes(change.customer(), clock.instant().plus(customers.newNumberWait()));
        news.cancelled(change);
        if (card != null) {
            cases.numberDisputed(change.customer(), card);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                writer.nudge(change.id());
            }
        });
    }
}
