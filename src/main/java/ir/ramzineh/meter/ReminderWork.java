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
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the messages of running waves. Each card is one transaction: its row leaves WAITING with the message, or neither
 * happens; a portal that dies in between reminds nobody twice.
 */
@Component
class ReminderWork {
    private static final String PURPOSE = "reminder";
    private static final Duration MESSAGE_LIFE = Duration.ofHours(12);
    private static final int PURGE_TURNS_MAX = 1_000;
    private static final Logger log = LoggerFactory.getLogger(ReminderWork.class);

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
        turn.forEach(this::deal);
        waves.finish(clock.instant());
        waves.settle();
        return turn.size();
    }

    /** A card that cannot be dealt with stops no wave: it fails by itself, or has its turn again after a clash of locks or while the database is away. */
    private void deal(WaveTable.Waiting one) {
        try {
            transaction.executeWithoutResult(status -> dealWith(one));
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException clash) {
            log.info("A card of wave {} has another turn", one.wave());
        } catch (RuntimeException e) {
            // Only the kind: a message may quote a row.
            log.warn(
                    "Nobody is reminded of card {} in wave {}: {}",
                    one.card().value(),
                    one.wave(),
                    e.getClass().getSimpleName());
            transaction.executeWithoutResult(status -> waves.take(one, "FAILED"));
        }
    }

    /** Removes who was in waves that are over for long; what is left waits for the next run. */
    void purge() {
        Instant before = clock.instant().minus(settings.keepCards());
        int turn = 0;
        while (turn < PURGE_TURNS_MAX && waves.purge(before, Batches.ROWS)) {
            turn++;
        }
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

        @Bean
        RecurringTask<Void> reminderPurge(ReminderWork work) {
            return Tasks.recurring("reminder-purge", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> work.purge());
        }
    }
}
