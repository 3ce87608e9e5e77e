package ir.ramzineh.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders: two people begin a wave, each card is reminded of once, nobody who opted out is, and a wave can be stopped. */
@PortalIT
class ReminderIT extends MeterScene {
    @Autowired
    private Reminders reminders;

    @Autowired
    private ReminderWork work;

    @Autowired
    private ReminderOptOut optOut;

    @Autowired
    private Approvals approvals;

    @Autowired
    private IncomingMessages incoming;

    @Autowired
    private Issuers issuers;

    @Test
    void nobodyBeginsAWaveAloneAndTheApprovedOneRemindsOfEachCardOnce() throws Exception {
        Customer owner = somebody();
        card(owner);
        card(owner, "GIFT", 1420, true);
        Customer silent = somebody();
        card(silent);
        optOut.set(silent.id(), true);
        int seen = people.messages(owner.mobile());
        int seenSilent = people.messages(silent.mobile());

        ApprovalId proposed = reminders.propose(manager);
        assertThat(approvals.approve(manager, proposed, "")).isInstanceOf(ApprovalOutcome.NotYours.class);
        assertThatThrownBy(() -> approvals.approve(teller, proposed, "")).isInstanceOf(NotPermittedException.class);
        assertThat(reminders.newest(teller)).isEmpty();
        assertThat(approvals.approve(staff.member(Role.BRANCH_MANAGER, branch).id(), proposed, ""))
                .isInstanceOf(ApprovalOutcome.Decided.class);
        allAtOnce();

        assertThat(people.text(owner.mobile(), seen)).contains("ایستا").contains("لغو");
        ReminderWave wave = finished();
        assertThat(wave.total()).isEqualTo(2);
        assertThat(wave.sent()).isEqualTo(1);
        assertThat(wave.skipped()).isEqualTo(1);
        allAtOnce();
        Thread.sleep(Duration.ofMillis(500));
        assertThat(people.messages(owner.mobile())).isEqualTo(seen + 1);
        assertThat(people.messages(silent.mobile())).isEqualTo(seenSilent);
    }

    @Test
    void aSecondWaveIsTooSoonAndAnotherBranchStopsNothing() {
        card(somebody());
        start();

        assertThatThrownBy(() -> reminders.propose(teller))
                .isInstanceOf(InvalidValueException.class)
                .extracting(refused -> ((InvalidValueException) refused).key())
                .isEqualTo("error.meter.too-soon");
        long wave = reminders.newest(teller).getFirst().id();
        assertThatThrownBy(() -> reminders.stop(
                        staff.member(Role.BRANCH_MANAGER, StaffFixtures.OTHER).id(), wave))
                .isInstanceOf(NotPermittedException.class);
    }

    /** A wave may run longer than the time between two: the second says so, before and after it was proposed. */
    @Test
    void aWaveThatStillRunsKeepsTheNextFromBeginningAndSaysSo() {
        card(somebody());
        ApprovalId proposed = reminders.propose(teller);
        // It holds the branch's slot; its state keeps the background work of the tests from ending it meanwhile.
        jdbc.sql("""
                insert into reminder_wave (id, branch, state, running_slot, maker, checker, started_at)
                values (:id, :branch, 'STOPPED', 1, 'm', 'c', utc_timestamp(3) - interval 3000 day)
                """)
                .param("id", 2_000_000 + Long.parseLong(branch.digits()))
                .param("branch", branch.digits())
                .update();
        assertThat(approvals.approve(manager, proposed, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.meter.running"));
        assertThatThrownBy(() -> reminders.propose(teller))
                .isInstanceOf(InvalidValueException.class)
                .extracting(refused -> ((InvalidValueException) refused).key())
                .isEqualTo("error.meter.running");
    }

    @Test
    void aStoppedWaveRemindsNobodyElse() throws Exception {
        for (int i = 0; i < 3; i++) {
            card(somebody());
        }
        Customer last = somebody();
        card(last);
        start();
        // The background work may have had a turn; what it has not sent stays unsent.
        long wave = reminders.newest(manager).getFirst().id();
        boolean stopped = reminders.stop(manager, wave);
        int sent = reminders.newest(manager).getFirst().sent();
        allAtOnce();

        ReminderWave after = reminders.newest(manager).getFirst();
        assertThat(after.sent()).isEqualTo(sent);
        assertThat(after.state()).isEqualTo(stopped ? ReminderWave.State.STOPPED : ReminderWave.State.DONE);
        assertThat(reminders.stop(manager, wave)).isFalse();
    }

    @Test
    void whoIsDynamicMeanwhileAndWhoHasHadEnoughNewsIsLeftOut() {
        Customer done = somebody();
        var card = card(done);
        long wave = wave();
        jdbc.sql("insert into reminder_card (wave_id, card_id, customer_id, state) values (:w, :c, :o, 'WAITING')")
                .param("w", wave)
                .param("c", card.value())
                .param("o", done.id().value())
                .update();
        second(card, "state = 'DYNAMIC'");
        jdbc.sql("update reminder_wave set state = 'RUNNING', running_slot = 1 where id = :w")
                .param("w", wave)
                .update();
        int seen = people.messages(done.mobile());

        allQuietly();

        assertThat(jdbc.sql("select state from reminder_card where wave_id = :w")
                        .param("w", wave)
                        .query(String.class)
                        .single())
                .isEqualTo("NO_LONGER");
        assertThat(people.messages(done.mobile())).isEqualTo(seen);
    }

    /** The bare word belongs to the old number, which stops a change of number with it. */
    @Test
    void theWordThatStopsAChangeOfNumberIsNoAnswerToAReminder() throws Exception {
        Customer owner = somebody();
        card(owner);
        texts(owner.mobile(), "لغو");
        assertThat(optOut.is(owner.id())).isFalse();
    }

    @Test
    void theAnswerStopOptsOutOnceAndForTheWholeNumberAndNothingElseIsTouched() throws Exception {
        Customer owner = somebody();
        card(owner);
        Customer stranger = somebody();
        int seen = people.messages(owner.mobile());

        assertThat(texts(owner.mobile(), " لغو يادآوري! ")).isEqualTo(IncomingMessages.Result.HANDLED);

        assertThat(optOut.is(owner.id())).isTrue();
        assertThat(optOut.is(stranger.id())).isFalse();
        assertThat(people.text(owner.mobile(), seen)).contains("یادآوری");
        optOut.set(owner.id(), true);
        assertThat(jdbc.sql("""
                        select count(*) from audit_event where kind = 'reminder.opted-out' and customer_id = :id
                        """)
                        .param("id", owner.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private IncomingMessages.Result texts(MobileNumber from, String text) {
        String shortNumber = issuers.all().stream()
                .flatMap(issuer -> issuer.sms().shortNumber().stream())
                .findFirst()
                .orElseThrow();
        return incoming.receive(new IncomingSms("test", UUID.randomUUID().toString(), from.e164(), shortNumber, text));
    }

    private void start() {
        ApprovalId proposed = reminders.propose(teller);
        assertThat(approvals.approve(manager, proposed, "")).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    /** A wave that does not run yet. */
    private long wave() {
        long id = 1_000_000 + Long.parseLong(branch.digits());
        jdbc.sql("""
                insert into reminder_wave (id, branch, state, running_slot, maker, checker, started_at)
                values (:id, :branch, 'STOPPED', null, 'm', 'c', utc_timestamp(3))
                """).param("id", id).param("branch", branch.digits()).update();
        return id;
    }

    /** As if several nodes did the work at once. */
    private void allAtOnce() throws Exception {
        Callable<Integer> run = work::run;
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            threads.invokeAll(Stream.generate(() -> run).limit(3).toList())
                    .forEach(done -> assertThat(done.resultNow()).isNotNegative());
        }
    }

    private void allQuietly() {
        while (work.run() > 0) {
            continue;
        }
    }

    private ReminderWave finished() throws InterruptedException {
        for (int i = 0; i < 2_400; i++) {
            ReminderWave wave = reminders.newest(teller).getFirst();
            if (wave.state() == ReminderWave.State.DONE) {
                return wave;
            }
            work.run();
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("the wave does not end");
    }
}
