package ir.ramzineh.meter;

import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.IncomingSmsHandler;
import ir.ramzineh.sms.IncomingText;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The answer to a reminder. It comes before those who know codes by text, to whom the word means nothing, and after the old
 * number's «لغو», which stops a change of number.
 */
@Component
@Order(200)
class OptOutReply implements IncomingSmsHandler {
    private static final Set<String> WORDS = Set.of("لغویادآوری", "یادآورینمیخواهم", "stop", "stopreminders");
    private static final Duration ANSWER_LIFE = Duration.ofMinutes(5);

    private final Customers customers;
    private final Issuers issuers;
    private final ReminderOptOut optOut;
    private final SmsLimits limits;
    private final SmsOutbox outbox;
    private final Clock clock;

    OptOutReply(
            Customers customers,
            Issuers issuers,
            ReminderOptOut optOut,
            SmsLimits limits,
            SmsOutbox outbox,
            Clock clock) {
        this.customers = customers;
        this.issuers = issuers;
        this.optOut = optOut;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Optional<Runnable> understand(IncomingText message) {
        boolean ours = issuers.all().stream()
                .anyMatch(issuer ->
                        issuer.sms().shortNumber().filter(message.to()::equals).isPresent());
        if (!ours || !WORDS.contains(plain(message.text()))) {
            return Optional.empty();
        }
        List<Customer> people = customers.byMobile(message.from());
        return people.isEmpty() ? Optional.empty() : Optional.of(() -> stop(message.from(), people));
    }

    /** Everybody with this number: a reminder to any of them goes to this phone. */
    private void stop(MobileNumber phone, List<Customer> people) {
        people.forEach(person -> optOut.set(person.id(), true));
        if (limits.tryAcquire("reminder", LimitSubject.answers(phone)) instanceof LimitDecision.Allowed) {
            Customer first = people.getFirst();
            outbox.send(new SmsRequest(
                    phone,
                    "reminder.opted-out",
                    Map.of(),
                    first.locale(),
                    clock.instant().plus(ANSWER_LIFE),
                    "reminder",
                    first.id()));
        }
    }

    /** Letters alone, in one form of Persian. */
    static String plain(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT).replace('ي', 'ی').replace('ك', 'ک');
    }
}
