package ir.ramzineh.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import ir.ramzineh.Canaries;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.sms.IncomingMessages.Result;
import ir.ramzineh.vault.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages from phones: once, only from phones, not too many (security case 8). */
@PortalIT
class IncomingMessagesIT {
    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() % 900_000) + 1_000_000);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IncomingTable rows;

    @Autowired
    private Vault vault;

    @Autowired
    private SmsLimits limits;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private IdSource ids;

    private final Queue<IncomingText> heard = new ConcurrentLinkedQueue<>();
    private final String phone = "98935" + NUMBERS.incrementAndGet();
    private boolean failing;
    private IncomingMessages incoming;

    @BeforeEach
    void somebodyListens() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("handler", (IncomingSmsHandler) message -> {
            if (failing) {
                throw new IllegalStateException("the bank is away");
            }
            return message.to().equals("30003303") ? Optional.of(() -> heard.add(message)) : Optional.empty();
        });
        incoming = new IncomingMessages(
                rows,
                vault,
                limits,
                beans.getBeanProvider(IncomingSmsHandler.class),
                transaction,
                new SimpleMeterRegistry(),
                clock,
                SmsFixtures.settings(1, Duration.ofSeconds(1)));
    }

    @Test
    void ofThirtyTwoDeliveriesOfOneMessageOneIsDealtWith() throws Exception {
        IncomingSms message = message(Long.toString(ids.next()), "1234");
        List<Result> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Result>> all = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                all.add(threads.submit(() -> incoming.receive(message)));
            }
            for (Future<Result> one : all) {
                results.add(one.get());
            }
        }
        assertThat(results).filteredOn(Result.HANDLED::equals).hasSize(1);
        assertThat(results).isSubsetOf(Result.HANDLED, Result.REPEATED, Result.BUSY);
        assertThat(incoming.receive(message)).isEqualTo(Result.REPEATED);
        assertThat(heard).hasSize(1);
    }

    @Test
    void withoutAnIdTheSameWordsAreARepeatForAWhileOnly() {
        IncomingSms message = message(null, "1234");
        assertThat(incoming.receive(message)).isEqualTo(Result.HANDLED);
        assertThat(incoming.receive(message)).isEqualTo(Result.REPEATED);
        assertThat(incoming.receive(message(null, "1235"))).isEqualTo(Result.HANDLED);
        clock.advance(Duration.ofSeconds(31));
        assertThat(incoming.receive(message)).isEqualTo(Result.HANDLED);
    }

    @Test
    void whatCouldNotBeDealtWithCountsAsNotReceived() {
        IncomingSms message = message(Long.toString(ids.next()), "1234");
        failing = true;
        assertThatThrownBy(() -> incoming.receive(message)).isInstanceOf(IllegalStateException.class);
        failing = false;
        assertThat(incoming.receive(message)).isEqualTo(Result.HANDLED);
    }

    /** Somebody took it and died: it is dealt with when that claim is over, and counted once. */
    @Test
    void whatADeadNodeBeganIsTakenUpByTheNext() {
        IncomingSms message = message(Long.toString(ids.next()), "1234");
        failing = true;
        assertThatThrownBy(() -> incoming.receive(message)).isInstanceOf(IllegalStateException.class);
        jdbc.sql("update sms_incoming set claimed_until = :until where not dealt")
                .param("until", UtcTime.toColumn(clock.instant().plusSeconds(60)))
                .update();
        failing = false;
        assertThat(incoming.receive(message)).isEqualTo(Result.BUSY);
        clock.advance(Duration.ofSeconds(61));
        assertThat(incoming.receive(message)).isEqualTo(Result.HANDLED);
        assertThat(incoming.receive(message)).isEqualTo(Result.REPEATED);
    }

    @ParameterizedTest
    @CsvSource({
        "30003303,30003303", "+9830003303,30003303", "20001,30003303", "+982188880000,30003303",
        "+447700900123,30003303", "0014155550123,30003303", "BankMellat,30003303", "'',30003303"
    })
    void neitherWeNorForeignersNorWordsAreAnswered(String from, String to) {
        assertThat(incoming.receive(new IncomingSms("p", Long.toString(ids.next()), from, to, "1234")))
                .isEqualTo(Result.STRANGER);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+%s", "%s", "00%s"})
    void aPhoneIsKnownInEverySpelling(String spelling) {
        incoming.receive(
                new IncomingSms("p", Long.toString(ids.next()), spelling.formatted(phone), "+9830003303", "1234"));
        assertThat(heard).singleElement().satisfies(text -> {
            assertThat(text.from().e164()).isEqualTo("+" + phone);
            assertThat(text.to()).isEqualTo("30003303");
        });
    }

    @Test
    void aPhoneThatWritesTooMuchIsNotHeard() {
        for (int i = 0; i < 20; i++) {
            assertThat(incoming.receive(message(Long.toString(ids.next()), "1234")))
                    .isEqualTo(Result.HANDLED);
        }
        assertThat(incoming.receive(message(Long.toString(ids.next()), "1234"))).isEqualTo(Result.LIMITED);
        clock.advance(Duration.ofHours(1));
        assertThat(incoming.receive(message(Long.toString(ids.next()), "1234"))).isEqualTo(Result.HANDLED);
    }

    @Test
    void neitherTextNorNumberStandsAnywhere() {
        String text = "6104337812345678";
        incoming.receive(message(Long.toString(ids.next()), text));
        assertThat(new IncomingSms("p", "1", phone, "30003303", text))
                .asString()
                .doesNotContain(text, phone);
        assertThat(heard.element()).asString().doesNotContain(text, phone);
        assertThat(Canaries.of(text, phone).inDatabase(jdbc)).isEmpty();
    }

    private IncomingSms message(String id, String text) {
        return new IncomingSms("p", id, phone, "30003303", text);
    }
}
