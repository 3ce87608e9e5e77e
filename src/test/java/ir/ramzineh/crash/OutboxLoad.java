package ir.ramzineh.crash;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends messages as sign-up and sign-in do, until it is killed. What was committed is a line of a file: it is promised. */
@Component
@ConditionalOnProperty("crash.send")
class OutboxLoad {
    private static final int MESSAGES_MAX = 2_000;

    private final SmsOutbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path promised;

    OutboxLoad(SmsOutbox outbox, TransactionTemplate transaction, Clock clock, @Value("${crash.folder}") Path folder) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.promised = folder.resolve("promised");
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().start(() -> {
            for (int i = 0; i < MESSAGES_MAX; i++) {
                send(i);
            }
        });
    }

    private void send(int i) {
        SmsId id = Objects.requireNonNull(transaction.execute(status -> outbox.send(new SmsRequest(
                new MobileNumber("+98913" + (2_000_000 + i)),
                "sign-in.code",
                Map.of("code", "123456"),
                Locale.of("fa"),
                clock.instant().plus(Duration.ofMinutes(10)),
                "crash",
                null))));
        try {
            CountingProvider.append(promised, id.value());
            Thread.sleep(10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
