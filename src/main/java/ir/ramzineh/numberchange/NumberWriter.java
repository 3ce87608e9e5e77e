package ir.ramzineh.numberchange;

import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.corebank.NumberWriting;
import ir.ramzineh.corebank.NumberWritten;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.numberchange.NumberChange.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the bank, and takes over what it has registered. One worker at a time asks for one change, and nobody holds a
 * transaction meanwhile. A bank that is away, or whose answer was lost, is asked again with growing pauses: the question
 * compares and sets, so a repeat changes nothing. One that owes the answer for too long is asked which number it has, and
 * the change ends by that ({@link NumberEnding}).
 */
@Component
class NumberWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NumberWriter.class);
    private static final int BATCH = 50;
    /** Longer than the questions to the bank take. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration PAUSE_MIN = Duration.ofSeconds(5);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(10);

    private final NumberChangeTable table;
    private final NumberChangeNews news;
    private final NumberEnding ending;
    private final CoreBank bank;
    private final Customers customers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    NumberWriter(
            NumberChangeTable table,
            NumberChangeNews news,
            NumberEnding ending,
            CoreBank bank,
            Customers customers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.news = news;
        this.ending = ending;
        this.bank = bank;
        this.customers = customers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Deals with a change that was just committed; the sweep finds what is left. */
    void nudge(long id) {
        threads.execute(() -> deal(id));
    }

    void sweep() {
        table.due(clock.instant(), BATCH).forEach(this::deal);
        table.cooled(clock.instant(), BATCH).forEach(this::cooled);
    }

    private void deal(long id) {
        try {
            Instant now = clock.instant();
            Optional<NumberChangeTable.Row> claimed =
                    Objects.requireNonNull(transaction.execute(status -> claim(id, now)));
            claimed.ifPresent(this::ask);
        } catch (RuntimeException e) {
            // Only the kind of the error: its message may quote the row. The claim ends by itself.
            LOG.warn("A change of a number waits: {}", e.getClass().getSimpleName());
        }
    }

    /** Whatever the question brings about, no code leaves before a full time without codes has passed since then. */
    private Optional<NumberChangeTable.Row> claim(long id, Instant now) {
        Optional<NumberChangeTable.Row> claimed = table.claim(id, now, now.plus(CLAIM));
        claimed.ifPresent(row -> customers.holdCodes(row.customer(), now.plus(customers.newNumberWait())));
        return claimed;
    }

    private void ask(NumberChangeTable.Row change) {
        boolean back = change.state() == State.TAKING_BACK;
        MobileNumber from = back ? change.after() : change.before();
        MobileNumber to = back ? change.before() : change.after();
        Customer customer = customers.byId(change.customer()).orElseThrow();
        NumberWritten written;
        try {
            written = bank.changeNumber(customer.nationalId(), from, to, new NumberWriting(change.id(), back));
        } catch (CoreBankUnavailableException away) {
            if (!ending.isOver(change) || !ending.byWhatStands(change, customer.nationalId())) {
                LOG.warn("The bank's system does not answer; a change of a number is tried again");
                table.release(change, clock.instant().plus(pause(change.tries())));
            }
            return;
        }
        if (!ending.byAnswer(change, written)) {
            // Cancelled while the bank was asked: what it has registered now is taken back with the next question.
            table.release(change, clock.instant());
            nudge(change.id());
        }
    }

    private void cooled(long id) {
        transaction.executeWithoutResult(status -> {
            if (table.done(id, clock.instant())) {
                news.done(table.one(id).orElseThrow());
            }
        });
    }

    private static Duration pause(int tries) {
        Duration pause = PAUSE_MIN.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
        return pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
