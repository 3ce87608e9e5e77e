package ir.ramzineh.numberchange;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.numberchange.NumberChange.Failure;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells about a change: to the trail, to the old and the new number, in the inbox; in the transaction of each step. */
@Component
class NumberChangeNews {
    private static final Duration MESSAGE_LIFE = Duration.ofHours(24);
    private static final String PURPOSE = "number";
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final AuditTrail audit;
    private final SmsOutbox outbox;
    private final Notices notices;
    private final Customers customers;
    private final Clock clock;

    NumberChangeNews(AuditTrail audit, SmsOutbox outbox, Notices notices, Customers customers, Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.notices = notices;
        this.customers = customers;
        this.clock = clock;
    }

    /** Approved: whoever holds the old number hears of it before anything has happened. */
    void begun(NumberChangeTable.Row change, Actor checker, String maker) {
        write(checker, "number-change.begun", change.customer(), Map.of("maker", maker));
        notices.add(change.customer(), "number-change.begun", Map.of());
        String reply = change.replyNumber();
        tell(
                change,
                change.before(),
                reply.isEmpty() ? "number.change-begun" : "number.change-begun-cancel",
                Map.of("number", reply));
    }

    /** Registered at the bank; that both numbers hear of the change itself is the customer module's part. */
    void written(NumberChangeTable.Row change, Instant coolingUntil) {
        write(new Actor.Portal(), "number-change.written", change.customer(), Map.of());
        String time = TIME.format(coolingUntil.atZone(TEHRAN));
        tell(change, change.after(), "number.new-waits", Map.of("time", time));
    }

    void done(NumberChangeTable.Row change) {
        write(new Actor.Portal(), "number-change.done", change.customer(), Map.of());
        notices.add(change.customer(), "number-change.done", Map.of());
    }

    /** Cancelled by whoever has the old number in the hand. */
    void cancelled(NumberChangeTable.Row change) {
        write(new Actor.Anonymous(), "number-change.cancelled", change.customer(), Map.of());
        notices.add(change.customer(), "number-change.cancelled", Map.of());
        tell(change, change.before(), "number.change-cancelled", Map.of());
        tell(change, change.after(), "number.change-cancelled", Map.of());
    }

    void takenBack(NumberChangeTable.Row change) {
        write(new Actor.Portal(), "number-change.taken-back", change.customer(), Map.of());
    }

    /** Nothing changed; or, where the change was being taken back, that did not succeed. */
    void failed(NumberChangeTable.Row change, Failure why) {
        boolean back = change.state() == State.TAKING_BACK;
        String kind = back ? "number-change.not-taken-back" : "number-change.failed";
        write(new Actor.Portal(), kind, change.customer(), Map.of("reason", why.name()));
        notices.add(change.customer(), kind, Map.of());
        tell(change, change.before(), back ? "number.change-stands" : "number.change-failed", Map.of());
    }

    /** Two people gave it up; what it ends with follows by itself. */
    void givenUp(NumberChangeTable.Row change, Actor checker, String maker) {
        write(checker, "number-change.given-up", change.customer(), Map.of("maker", maker));
    }

    /** The new number stays although the old one objected. */
    void stands(NumberChangeTable.Row change) {
        write(new Actor.Portal(), "number-change.stands", change.customer(), Map.of());
        notices.add(change.customer(), "number-change.stands", Map.of());
        tell(change, change.before(), "number.change-stands", Map.of());
    }

    /** An answer that came after the time in which it would have cancelled. */
    void tooLate(NumberChangeTable.Row change) {
        write(new Actor.Anonymous(), "number-change.cancel-late", change.customer(), Map.of());
        tell(change, change.before(), "number.cancel-late", Map.of());
    }

    /** The word once more, of a change that could not be taken back. */
    void couldNotBeTakenBack(NumberChangeTable.Row change) {
        write(new Actor.Anonymous(), "number-change.cancel-late", change.customer(), Map.of());
        tell(change, change.before(), "number.change-stands", Map.of());
    }

    private void write(Actor actor, String kind, CustomerId customer, Map<String, String> details) {
        audit.record(new AuditEvent(actor, kind, customer, null, details));
    }

    private void tell(NumberChangeTable.Row change, MobileNumber to, String template, Map<String, String> values) {
        Customer customer = customers.byId(change.customer()).orElseThrow();
        outbox.tell(new SmsRequest(
                to,
                template,
                values,
                customer.locale(),
                clock.instant().plus(MESSAGE_LIFE),
                PURPOSE,
                change.customer()));
    }
}
