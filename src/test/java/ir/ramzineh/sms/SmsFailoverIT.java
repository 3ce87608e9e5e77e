package ir.ramzineh.sms;

import static ir.ramzineh.sms.PlayedProvider.TAKEN;
import static ir.ramzineh.sms.SmsFixtures.await;
import static ir.ramzineh.sms.SmsFixtures.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several providers: the next one takes over, and a message whose fate is unknown has one extra copy at most (case 16). */
@PortalIT
class SmsFailoverIT {
    /** Due only then, so that the portal's own worker leaves these messages alone. */
    private static final Duration LATER = Duration.ofHours(4);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Autowired
    private SmsMessages messages;

    @Autowired
    private SmsTimeline timeline;

    @Autowired
    private DeliveryReports reports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Clock later;

    @BeforeEach
    void laterIsAnotherClock() {
        later = Clock.offset(clock, LATER);
    }

    @Test
    void whatTheFirstDoesNotTakeTheSecondTakesAtOnce() throws Exception {
        SmsId id = queued();
        PlayedProvider first = new PlayedProvider("first", message -> new Submission.Deferred("throttled"));
        PlayedProvider second = new PlayedProvider("second", message -> TAKEN);
        sweep(id, first, second);
        assertThat(first.times(id)).isEqualTo(1);
        assertThat(second.times(id)).isEqualTo(1);
        assertThat(timeline.of(id).orElseThrow().state()).isEqualTo(SmsState.HANDED_OVER);
        assertThat(provider(id)).isEqualTo("second");
    }

    @Test
    void whatARefusalEndsGoesToNobodyElse() throws Exception {
        SmsId id = queued();
        PlayedProvider first = new PlayedProvider("first", message -> new Submission.Rejected("no such number"));
        PlayedProvider second = new PlayedProvider("second", message -> TAKEN);
        sweep(id, first, second);
        assertThat(second.times(id)).isZero();
        assertThat(timeline.of(id).orElseThrow().state()).isEqualTo(SmsState.FAILED);
    }

    @Test
    void anUnknownFateIsTheOnlyExtraCopyHoweverManyProvidersThereAre() throws Exception {
        SmsId id = queued();
        PlayedProvider[] mute = IntStream.range(0, 4)
                .mapToObj(i -> new PlayedProvider("mute-" + i, message -> {
                    throw new IllegalStateException("cut after the message was taken");
                }))
                .toArray(PlayedProvider[]::new);
        rounds(6, id, mute);
        assertThat(IntStream.range(0, 4).mapToLong(i -> mute[i].times(id)).sum())
                .as("one try, one repeat")
                .isEqualTo(2);
        assertThat(timeline.of(id).orElseThrow().state()).isEqualTo(SmsState.FAILED);
    }

    @Test
    void theRepeatGoesToAnotherProviderUnlessTheFirstRecognisesIt() throws Exception {
        SmsId repeatedElsewhere = queued();
        PlayedProvider mute = new PlayedProvider("mute", message -> {
            throw new IllegalStateException("cut");
        });
        PlayedProvider second = new PlayedProvider("second", message -> TAKEN);
        rounds(2, repeatedElsewhere, mute, second);
        assertThat(mute.times(repeatedElsewhere)).isEqualTo(1);
        assertThat(second.times(repeatedElsewhere)).isEqualTo(1);

        SmsId repeatedThere = queued();
        PlayedProvider recognising = new PlayedProvider("recognising", new FailsOnce(repeatedThere));
        recognising.recognises = true;
        PlayedProvider other = new PlayedProvider("other", message -> TAKEN);
        rounds(2, repeatedThere, recognising, other);
        assertThat(recognising.times(repeatedThere)).isEqualTo(2);
        assertThat(other.times(repeatedThere)).isZero();
    }

    /** A copy may lie with the first; when the first then certainly refuses the repeat, the second's is the extra one. */
    @Test
    void aDoubtOutlivesADeferral() throws Exception {
        SmsId id = queued();
        int[] asked = {0};
        PlayedProvider first = new PlayedProvider("first", message -> {
            if (message.id().equals(id) && asked[0]++ == 0) {
                throw new IllegalStateException("cut");
            }
            return new Submission.Deferred("busy");
        });
        first.recognises = true;
        PlayedProvider second = new PlayedProvider("second", message -> {
            throw new IllegalStateException("cut");
        });
        PlayedProvider third = new PlayedProvider("third", message -> TAKEN);
        rounds(6, id, first, second, third);
        assertThat(second.times(id) + third.times(id)).isEqualTo(1);
        assertThat(timeline.of(id).orElseThrow().state()).isEqualTo(SmsState.FAILED);
    }

    @Test
    void aProviderThatFailsAgainAndAgainIsLeftAloneAndTriedAgainLater() throws Exception {
        boolean[] healthy = {false};
        PlayedProvider first = new PlayedProvider("first", message -> {
            if (healthy[0]) {
                return TAKEN;
            }
            throw new IllegalStateException("no answer");
        });
        first.recognises = true;
        PlayedProvider second = new PlayedProvider("second", message -> TAKEN);
        SmsSettings settings = SmsFixtures.settings(16, PATIENCE);
        SmsProviders both = SmsFixtures.providers(settings, first, second);
        try (SmsDelivery delivery = new SmsDelivery(messages, both, settings, later)) {
            for (int i = 0; i < 3; i++) {
                SmsId lost = queued();
                delivery.nudge(lost);
                await(() -> "answer-lost".equals(failure(lost)));
            }
            SmsId taken = queued();
            delivery.nudge(taken);
            await(() -> "second".equals(provider(taken)));
            assertThat(first.times(taken)).isZero();

            clock.advance(Duration.ofSeconds(11));
            healthy[0] = true;
            SmsId probe = queued();
            delivery.nudge(probe);
            await(() -> timeline.of(probe).orElseThrow().state() == SmsState.HANDED_OVER);
            assertThat(provider(probe)).isEqualTo("first");
        }
    }

    /** Case 17: the first hangs; nothing waits for it but the messages it was given. */
    @Test
    void aHangingProviderHoldsNoPlaceOfAnother() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        PlayedProvider hanging = new PlayedProvider("hanging", message -> {
            end.await();
            return TAKEN;
        });
        PlayedProvider second = new PlayedProvider("second", message -> TAKEN);
        SmsSettings settings = SmsFixtures.settings(3, Duration.ofMillis(500));
        SmsProviders both = SmsFixtures.providers(settings, hanging, second);
        try (SmsDelivery delivery = new SmsDelivery(messages, both, settings, later)) {
            for (int i = 0; i < 3; i++) {
                SmsId stuck = queued();
                delivery.nudge(stuck);
                await(() -> "answer-lost".equals(failure(stuck)));
            }
            SmsId id = queued();
            delivery.nudge(id);
            await(() -> timeline.of(id).orElseThrow().state() == SmsState.HANDED_OVER);
            assertThat(second.times(id)).isEqualTo(1);
            end.countDown();
        }
    }

    @Test
    void aReportFindsItsMessageByTheProvidersReferenceAndIsPutOffOnceWhenThereIsNone() throws Exception {
        SmsId id = queued();
        String reference = "ref-" + id.value();
        sweep(
                id,
                new PlayedProvider(
                        "first",
                        message -> new Submission.Accepted("ref-" + message.id().value())));
        assertThat(reports.delivered("other", reference))
                .as("its own names only")
                .isFalse();
        assertThat(reports.delivered("first", reference)).isTrue();
        assertThat(reports.undeliverable("first", reference, "late")).isTrue();
        assertThat(timeline.of(id).orElseThrow().state()).isEqualTo(SmsState.DELIVERED);

        assertThat(reports.delivered("first", "unknown-" + id.value())).isFalse();
        assertThat(reports.delivered("first", "unknown-" + id.value())).isTrue();
    }

    /** It fails for one message, once. */
    private record FailsOnce(SmsId id, int[] asked) implements PlayedProvider.Answer {
        FailsOnce(SmsId id) {
            this(id, new int[1]);
        }

        @Override
        public Submission to(OutgoingSms message) {
            if (message.id().equals(id) && asked[0]++ == 0) {
                throw new IllegalStateException("no answer");
            }
            return TAKEN;
        }
    }

    /** One sweep, and the end of what it began with this message: a closing delivery passes nothing on. */
    private void sweep(SmsId id, SmsProvider... providers) throws Exception {
        try (SmsDelivery delivery = delivery(messages, PATIENCE, later, providers)) {
            delivery.sweep();
            await(() -> settled(id));
        }
    }

    private boolean settled(SmsId id) {
        return jdbc.sql("""
                        select state <> 'QUEUED' or ((claimed_until is null or claimed_until <= :now)
                            and (next_try_at > :now or lost_answers > 0))
                        from sms_message where id = :id
                        """)
                .param("id", id.value())
                .param("now", UtcTime.toColumn(later.instant()))
                .query(Boolean.class)
                .single();
    }

    private void rounds(int rounds, SmsId id, SmsProvider... providers) throws Exception {
        for (int round = 0; round < rounds; round++) {
            sweep(id, providers);
            clock.advance(Duration.ofSeconds(30));
        }
    }

    private SmsId queued() {
        SmsRequest request = new SmsRequest(
                new MobileNumber("+989121110000"),
                "sign-in.code",
                Map.of("code", "314159"),
                Locale.of("fa"),
                later.instant().plus(Duration.ofHours(1)),
                "sign-in",
                null);
        return messages.insert(request, "text", clock.instant(), later.instant().minusMillis(500));
    }

    private String failure(SmsId id) {
        return column(id, "failure");
    }

    private String provider(SmsId id) {
        return column(id, "provider");
    }

    private String column(SmsId id, String column) {
        return jdbc.sql("select " + column + " from sms_message where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
