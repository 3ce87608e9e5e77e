package ir.ramzineh.meter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the messages of running waves. Each card is one transaction: its row leaves WAITING with the message, or neither
 * happens; a portal that dies in between reminds nobody twice.
 */
@Component
class ReminderWork {
    private static final String PURPOSE = "reminder";
    private static final Duration MESSAGE_LIFE = Duration.ofHours(12);

    private final WaveTable waves;
    private final StaticCards reasons;
    private final ReminderOptOut optOut;
    private final Customers customers;
    private final Cards cards;
    private final Issuers issuers;
    private final SmsOutbox outbox;
    private final TransactionTemplate transaction;
    private final MeterSettings settings;
    private final Clock clock;

    ReminderWork(
            WaveTable waves,
            StaticCards reasons,
            ReminderOptOut optOut,
            Customers customers,
            Cards cards,
            Issuers issuers,
            SmsOutbox outbox,
            TransactionTemplate transaction,
            MeterSettings settings,
            Clock clock) {
        this.waves = waves;
        this.reasons = reasons;
        this.optOut = optOut;
        this.customers = customers;
        this.cards = cards;
        this.issuers = issuers;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** One run; answers with how many cards were dealt with. */
    int run() {
        List<WaveTable.Waiting> turn = waves.waiting(settings.batch());
        turn.forEach(one -> transaction.executeWithoutResult(status -> dealWith(one)));
        waves.finish(clock.instant());
        return turn.size();
    }

    private void dealWith(WaveTable.Waiting one) {
        Optional<Customer> owner = customers.byId(one.owner());
        Optional<CardOverview> card = cards.find(one.owner(), one.card());
        boolean still = reasons.reason(one.card())
                .filter(StaticReason.REMINDED::contains)
                .isPresent();
        if (owner.isEmpty() || card.isEmpty() || !still) {
            waves.take(one, "NO_LONGER");
        } else if (optOut.is(one.owner())) {
            waves.take(one, "OPTED_OUT");
        } else if (waves.take(one, "SENT") && !outbox.tell(message(owner.get(), card.get()))) {
            waves.mark(one, "LIMITED");
        }
    }

    private SmsRequest message(Customer owner, CardOverview card) {
        Optional<IssuerProfile> issuer = issuers.byKey(card.issuerKey());
        String bank = issuer.map(profile -> profile.name().in(owner.locale())).orElse("");
        return new SmsRequest(
                        owner.mobile(),
                        "reminder.activate",
                        Map.of("bank", bank, "card", card.lastFour()),
                        owner.locale(),
                        clock.instant().plus(MESSAGE_LIFE),
                        PURPOSE,
                        owner.id())
                .from(issuer.map(profile -> profile.sms().sender()).orElse(null))
                .about(card.id());
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> reminderWaves(ReminderWork work) {
            return Tasks.recurring("reminder-waves", FixedDelay.of(Duration.ofSeconds(5)))
                    .execute((instance, context) -> work.run());
        }
    }
}
