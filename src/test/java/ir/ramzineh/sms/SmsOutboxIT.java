package ir.ramzineh.sms;

import static ir.ramzineh.sms.SmsFixtures.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.simulator.ReceivedSms;
import ir.ramzineh.simulator.SimulatorInbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages leave after the commit, in time or not at all, and once (security cases 16 and 17). */
@PortalIT
class SmsOutboxIT {
    /** Messages of the tests with their own provider are due only then, so that the portal's own worker leaves them alone. */
    private static final Duration LATER = Duration.ofHours(3);

    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() % 9_000_000) + 1_000_000);

    @Autowired
    private SmsOutbox outbox;

    @Autowired
    private SmsMessages messages;

    @Autowired
    private SmsTimeline timeline;

    @Autowired
    private SimulatorInbox phones;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    @Qualifier("portalPool")
    private HikariDataSource pool;

    @Autowired
    private IdSource ids;

    private final MobileNumber number = new MobileNumber("+98912" + NUMBERS.incrementAndGet());
    private Clock later;

    @BeforeEach
    void laterIsAnotherClock() {
        later = Clock.offset(clock, LATER);
    }

    @Test
    void aMessageArrivesAfterTheCommitAndItsFateIsOnRecord() {
        CustomerId customer = new CustomerId(ids.next());
        SmsId id = transaction.execute(
                status -> outbox.send(request(customer, clock.instant().plusSeconds(120))));
        await(() -> !phones.of(number, 10).isEmpty());

        ReceivedSms received = phones.of(number, 10).getFirst();
        assertThat(received.id()).isEqualTo(id.value());
        assertThat(received.text()).contains("314159").endsWith("\n@localhost #314159");
        await(() -> timeline.of(id).orElseThrow().handedOver() != null);
        assertThat(timeline.of(customer, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(SmsState.DELIVERED);
            assertThat(entry.maskedNumber()).isEqualTo(number.masked());
            assertThat(entry.ended()).isNotNull();
        });
    }

    @Test
    void aRolledBackDeedSendsNothing() throws InterruptedException {
        SmsId id = transaction.execute(status -> {
            SmsId undone = outbox.send(request(null, clock.instant().plusSeconds(120)));
            status.setRollbackOnly();
            return undone;
        });
        Thread.sleep(1500);
        assertThat(phones.of(number, 10)).isEmpty();
        assertThat(timeline.of(id)).isEmpty();
    }

    @Test
    void withoutATransactionNothingIsQueued() {
        assertThatThrownBy(() -> outbox.send(request(null, clock.instant().plusSeconds(120))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nothingIsSentAfterTheLifeOfTheCode() throws Exception {
        SmsId id = queued(later.instant().minusSeconds(1));
        PlayedProvider provider = new PlayedProvider(message -> new Submission.Accepted("x"));
        try (SmsDelivery delivery = delivery(provider, Duration.ofSeconds(5), later)) {
            delivery.nudge(id);
            delivery.sweep();
        }
        assertThat(provider.seen).doesNotContain(id);
        assertThat(state(id)).isEqualTo(SmsState.EXPIRED);
    }

    @Test
    void ofTwoWorkersOnlyOneSendsEachMessage() throws Exception {
        List<SmsId> all = java.util.stream.IntStream.range(0, 60)
                .mapToObj(each -> queued(later.instant().plusSeconds(600)))
                .toList();
        PlayedProvider provider = new PlayedProvider(message -> new Submission.Accepted("x"));
        try (SmsDelivery one = delivery(provider, Patience.LONG, later);
                SmsDelivery two = delivery(provider, Patience.LONG, later)) {
            Thread other = Thread.ofVirtual().start(() -> sweepQuietly(two));
            one.sweep();
            all.forEach(two::nudge);
            other.join();
        }
        assertThat(provider.seen.stream().filter(all::contains).toList())
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(all).allSatisfy(id -> assertThat(state(id)).isEqualTo(SmsState.HANDED_OVER));
    }

    @Test
    void aWorkerKilledBetweenProviderAndCommitCostsOneRepeatAtMostAndWithTheSameId() throws Exception {
        SmsId id = queued(later.instant().plus(Duration.ofHours(2)));
        // The claim of a worker that handed the message over and died before it could write that down.
        Queue<SmsId> seen = new ConcurrentLinkedQueue<>();
        messages.claim(id, later.instant(), later.instant().plusSeconds(30), "played", false)
                .ifPresent(claimed -> seen.add(claimed.message().id()));
        PlayedProvider mute = new PlayedProvider(message -> {
            throw new IllegalStateException("connection cut after the message was taken");
        });
        for (int round = 0; round < 6; round++) {
            clock.advance(Duration.ofSeconds(90));
            try (SmsDelivery delivery = delivery(mute, Duration.ofSeconds(5), later)) {
                delivery.sweep();
            }
        }
        mute.seen.stream().filter(id::equals).forEach(seen::add);
        assertThat(seen).as("one by the killed worker, one repeat").containsExactly(id, id);
        assertThat(state(id)).isEqualTo(SmsState.FAILED);
    }

    @Test
    void aProviderThatRecognisesRepeatsIsAskedUntilItAnswers() throws Exception {
        SmsId id = queued(later.instant().plus(Duration.ofHours(2)));
        AtomicInteger asked = new AtomicInteger();
        PlayedProvider provider = new PlayedProvider(message -> {
            if (message.id().equals(id) && asked.incrementAndGet() < 4) {
                throw new IllegalStateException("no answer");
            }
            return new Submission.Accepted("x");
        });
        provider.recognises = true;
        for (int round = 0; round < 6; round++) {
            try (SmsDelivery delivery = delivery(provider, Duration.ofSeconds(5), later)) {
                delivery.sweep();
            }
            clock.advance(Duration.ofSeconds(90));
        }
        assertThat(asked).hasValue(4);
        assertThat(state(id)).isEqualTo(SmsState.HANDED_OVER);
    }

    @Test
    void aRefusingProviderIsAskedAgainWithGrowingWaitsUntilTheEndOfTheCodesLife() throws Exception {
        clock.hold();
        SmsId id = queued(later.instant().plusSeconds(20));
        PlayedProvider provider = new PlayedProvider(message -> new Submission.Deferred("throttled"));
        for (int second = 0; second < 25; second++) {
            try (SmsDelivery delivery = delivery(provider, Duration.ofSeconds(5), later)) {
                delivery.sweep();
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(provider.seen.stream().filter(id::equals).count())
                .as("at 0, 1, 3, 8 and 18 seconds")
                .isEqualTo(5);
        assertThat(state(id)).isEqualTo(SmsState.EXPIRED);
    }

    @Test
    void aSlowProviderHoldsOnlyItsOwnPlacesAndNoConnection() throws Exception {
        List<SmsId> all = java.util.stream.IntStream.range(0, 10)
                .mapToObj(each -> queued(later.instant().plusSeconds(600)))
                .toList();
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        Queue<Boolean> transactions = new ConcurrentLinkedQueue<>();
        PlayedProvider provider = new PlayedProvider(message -> {
            transactions.add(TransactionSynchronizationManager.isActualTransactionActive());
            atOnce.incrementAndGet();
            end.await();
            return new Submission.Accepted("too late");
        });
        SmsSettings settings = SmsFixtures.settings(4, Duration.ofSeconds(2));
        try (SmsDelivery delivery =
                new SmsDelivery(messages, SmsFixtures.providers(settings, provider), settings, later)) {
            all.forEach(delivery::nudge);
            assertThat(all).as("the caller waits for no answer").noneMatch(id -> "answer-lost".equals(failure(id)));
            await(() -> atOnce.get() == 4);
            Thread.sleep(200);
            assertThat(atOnce).hasValue(4);
            assertThat(transactions).containsOnly(false);
            await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
            await(() ->
                    all.stream().filter(id -> "answer-lost".equals(failure(id))).count() == 4);
            end.countDown();
        }
    }

    @Test
    void theTextIsErasedWhenTheLifeOfTheCodeIsOver() {
        SmsId id = transaction.execute(
                status -> outbox.send(request(null, clock.instant().plusSeconds(60))));
        await(() -> timeline.of(id).orElseThrow().state() == SmsState.DELIVERED);
        assertThat(hasText(id)).isTrue();
        messages.eraseTexts(clock.instant(), 1000);
        assertThat(hasText(id)).isTrue();
        messages.eraseTexts(clock.instant().plusSeconds(61), 1000);
        assertThat(hasText(id)).isFalse();
        assertThat(timeline.of(id)).isPresent();
    }

    @Test
    void aMissingValueOrTemplateIsTheCallersErrorAndSendsNothing() {
        assertThatThrownBy(() -> transaction.execute(status -> outbox.send(new SmsRequest(
                        number, "sign-in.code", Map.of(), Locale.of("fa"), clock.instant(), "sign-in", null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code");
        assertThatThrownBy(() -> transaction.execute(status -> outbox.send(new SmsRequest(
                        number, "no.such", Map.of(), Locale.of("fa"), clock.instant(), "sign-in", null))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SmsRequest request(CustomerId customer, Instant notAfter) {
        return new SmsRequest(
                number, "sign-in.code", Map.of("code", "314159"), Locale.of("fa"), notAfter, "sign-in", customer);
    }

    private SmsId queued(Instant notAfter) {
        return messages.insert(
                request(null, notAfter),
                "text",
                clock.instant(),
                later.instant().minusMillis(500));
    }

    private SmsDelivery delivery(SmsProvider provider, Duration timeout, Clock time) {
        return SmsFixtures.delivery(messages, timeout, time, provider);
    }

    private SmsState state(SmsId id) {
        return timeline.of(id).orElseThrow().state();
    }

    private String failure(SmsId id) {
        return jdbc.sql("select failure from sms_message where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private boolean hasText(SmsId id) {
        return jdbc.sql("select body is not null from sms_message where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static void sweepQuietly(SmsDelivery delivery) {
        try {
            delivery.sweep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
