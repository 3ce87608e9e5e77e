package ir.ramzineh.harim;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The button «درخواست رمز پویا» of payment pages. The answer is given before the bank is asked anything, from what the page
 * itself said: neither its words nor its time tell whether a card exists (S11.4). The code follows by SMS, to the
 * registered number only (S11.5, D3).
 */
@Service
public class PaymentRequests {
    /** The countdown of the page and the life of what it counts down (S11.2). */
    static final Duration COUNTDOWN = Duration.ofMinutes(2);

    /** Presses of the button in one countdown. */
    static final int REQUESTS_MAX = 5;

    private static final String PURPOSE = "harim";

    private final RequestTable table;
    private final RequestDelivery delivery;
    private final SmsLimits limits;
    private final TransactionTemplate transaction;
    private final IdSource ids;
    private final Clock clock;

    PaymentRequests(
            RequestTable table,
            RequestDelivery delivery,
            SmsLimits limits,
            TransactionTemplate transaction,
            IdSource ids,
            Clock clock) {
        this.table = table;
        this.delivery = delivery;
        this.limits = limits;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a request.
     *
     * @param channel id of the channel client; request ids are its own
     * @throws RequestIdReusedException the same request id with another request
     */
    public PaymentCodeOutcome ask(String channel, PaymentCodeRequest request) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> take(channel, request)));
        } catch (DuplicateKeyException twin) {
            return Objects.requireNonNull(transaction.execute(status -> take(channel, request)));
        }
    }

    private PaymentCodeOutcome take(String channel, PaymentCodeRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (table.asked(channel, request)) {
            return received(request, now);
        }
        String card = request.card().digits();
        Transaction payment = request.payment();
        LimitDecision decision = limits.tryAcquire(
                PURPOSE,
                LimitSubject.payment(RequestTable.content(request)),
                LimitSubject.cardAtTerminal(String.join("|", card, payment.merchantId(), payment.terminalId())));
        if (decision instanceof LimitDecision.WaitFor(Duration time)) {
            // It may have waited for its own twin: then it has the twin's answer.
            return table.asked(channel, request) ? received(request, now) : new PaymentCodeOutcome.Wait(time);
        }
        // Behind the lock of the limit's row: of two presses at once the second sees the countdown of the first.
        Instant closes =
                table.window(request, now).map(RequestTable.Window::closesAt).orElse(now.plus(COUNTDOWN));
        long id = ids.next();
        table.insert(id, channel, request, now, closes);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delivery.nudge(id);
            }
        });
        return received(request, now);
    }

    private PaymentCodeOutcome received(PaymentCodeRequest request, Instant now) {
        Optional<RequestTable.Window> window = table.window(request, now);
        if (window.isEmpty()) {
            return new PaymentCodeOutcome.Received(0, REQUESTS_MAX, 0);
        }
        RequestTable.Window open = window.get();
        int left = Math.max(0, REQUESTS_MAX - open.asked());
        int seconds = secondsUntil(open.closesAt(), now);
        // Ten seconds after the first press, twenty after the second, and so on: as the limit of a payment counts.
        int next = left == 0 ? seconds : secondsUntil(open.lastAskedAt().plusSeconds(10L * open.asked()), now);
        return new PaymentCodeOutcome.Received(seconds, left, next);
    }

    private static int secondsUntil(Instant moment, Instant now) {
        return Math.toIntExact(
                Math.max(0, Duration.between(now, moment).plusMillis(999).toSeconds()));
    }
}
