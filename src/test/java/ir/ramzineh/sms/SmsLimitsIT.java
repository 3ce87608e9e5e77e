package ir.ramzineh.sms;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.MobileNumber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Floods of messages by number, person and address (security case 8, invariant I4). */
@PortalIT
class SmsLimitsIT {
    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() % 9_000_000) + 1_000_000);

    @Autowired
    private SmsLimits limits;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private final LimitSubject number = number();
    private final LimitSubject address = LimitSubject.address("198.51.100." + NUMBERS.incrementAndGet());

    @Test
    void waitsGrowFromOneToTwoToFiveToTenMinutesAndStayThere() {
        clock.hold();
        for (int minutes : List.of(1, 2, 5, 10, 10, 10)) {
            assertThat(limits.tryAcquire("sign-in", number)).isEqualTo(new LimitDecision.Allowed());
            assertThat(limits.tryAcquire("sign-in", number))
                    .isInstanceOfSatisfying(
                            LimitDecision.WaitFor.class,
                            wait -> assertThat(wait.time()).isEqualTo(Duration.ofMinutes(minutes)));
            clock.advance(Duration.ofMinutes(minutes).minusSeconds(5));
            assertThat(limits.tryAcquire("sign-in", number)).isInstanceOf(LimitDecision.WaitFor.class);
            clock.advance(Duration.ofSeconds(5));
        }
    }

    @Test
    void theDailyCapHoldsHoweverPatientTheSenderIs() {
        int allowed = 0;
        for (int round = 0; round < 14; round++) {
            allowed += limits.tryAcquire("sign-in", number) instanceof LimitDecision.Allowed ? 1 : 0;
            clock.advance(Duration.ofMinutes(11));
        }
        assertThat(allowed).isEqualTo(10);
        assertThat(limits.tryAcquire("sign-in", number))
                .isInstanceOfSatisfying(
                        LimitDecision.WaitFor.class,
                        wait -> assertThat(wait.time()).isGreaterThan(Duration.ofHours(20)));
        clock.advance(Duration.ofHours(24));
        assertThat(limits.tryAcquire("sign-in", number)).isEqualTo(new LimitDecision.Allowed());
    }

    @Test
    void aNumberHasOneCapOverAllPurposes() {
        int allowed = 0;
        for (int purpose = 0; purpose < 40; purpose++) {
            allowed += limits.tryAcquire("purpose-" + purpose, number) instanceof LimitDecision.Allowed ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(25);
    }

    @Test
    void parallelRequestsGetOneMessageBetweenThem() throws Exception {
        List<Callable<LimitDecision>> requests = IntStream.range(0, 64)
                .<Callable<LimitDecision>>mapToObj(each -> () -> limits.tryAcquire("sign-in", number, address))
                .toList();
        assertThat(allowed(requests)).isEqualTo(1);
    }

    @Test
    void anAddressIsCappedOverAllTheNumbersItTriesAlsoInParallel() throws Exception {
        List<Callable<LimitDecision>> requests = IntStream.range(0, 130)
                .<Callable<LimitDecision>>mapToObj(each -> {
                    LimitSubject other = number();
                    return () -> limits.tryAcquire("sign-in", other, address);
                })
                .toList();
        assertThat(allowed(requests)).isEqualTo(100);
    }

    @Test
    void aRefusalCountsForNobody() {
        LimitSubject other = number();
        limits.tryAcquire("sign-in", number);
        assertThat(limits.tryAcquire("sign-in", number, other)).isInstanceOf(LimitDecision.WaitFor.class);
        assertThat(limits.tryAcquire("sign-in", other)).isEqualTo(new LimitDecision.Allowed());
    }

    @Test
    void aRefusalDoesNotUndoTheCallersTransaction() {
        LimitSubject other = number();
        transaction.executeWithoutResult(status -> {
            assertThat(limits.tryAcquire("sign-in", number)).isEqualTo(new LimitDecision.Allowed());
            assertThat(limits.tryAcquire("sign-in", number, other)).isInstanceOf(LimitDecision.WaitFor.class);
        });
        assertThat(limits.tryAcquire("sign-in", number)).isInstanceOf(LimitDecision.WaitFor.class);
        assertThat(limits.tryAcquire("sign-in", other)).isEqualTo(new LimitDecision.Allowed());
    }

    @Test
    void aRolledBackSendingIsNotCounted() {
        transaction.executeWithoutResult(status -> {
            assertThat(limits.tryAcquire("sign-in", number)).isEqualTo(new LimitDecision.Allowed());
            status.setRollbackOnly();
        });
        assertThat(limits.tryAcquire("sign-in", number)).isEqualTo(new LimitDecision.Allowed());
    }

    @Test
    void aClockThatRanAnHourAheadLocksNobodyOut() {
        clock.advance(Duration.ofHours(1));
        limits.tryAcquire("sign-in", number);
        clock.advance(Duration.ofHours(-1));
        assertThat(limits.tryAcquire("sign-in", number)).isEqualTo(new LimitDecision.Allowed());
    }

    private static LimitSubject number() {
        return LimitSubject.of(new MobileNumber("+98935" + NUMBERS.incrementAndGet()));
    }

    private static long allowed(List<Callable<LimitDecision>> requests) throws Exception {
        long allowed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<LimitDecision> decision : threads.invokeAll(requests)) {
                allowed += decision.get() instanceof LimitDecision.Allowed ? 1 : 0;
            }
        }
        return allowed;
    }
}
