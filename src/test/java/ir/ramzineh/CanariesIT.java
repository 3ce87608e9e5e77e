package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Invariant I5: the number and the code of a message stand nowhere in the clear. */
@PortalIT
@ExtendWith(OutputCaptureExtension.class)
class CanariesIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SmsOutbox outbox;

    @Autowired
    private SmsLimits limits;

    @Autowired
    private SimulatorInbox phones;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Test
    void aMessageLeavesNeitherNumberNorCodeInTheClear(CapturedOutput output) throws Exception {
        MobileNumber number = new MobileNumber("+989139071539");
        String code = "70415926";
        transaction.executeWithoutResult(status -> {
            limits.tryAcquire("canary", LimitSubject.of(number));
            outbox.send(new SmsRequest(
                    number,
                    "sign-in.code",
                    Map.of("code", code),
                    Locale.of("fa"),
                    clock.instant().plusSeconds(600),
                    "canary",
                    null));
        });
        await().until(() -> !phones.of(number, 1).isEmpty());
        assertThat(phones.of(number, 1).getFirst().text()).contains(code);
        Canaries canaries = Canaries.of(code, number.national(), number.e164());
        assertThat(canaries.inDatabase(jdbc)).isEmpty();
        assertThat(canaries.in(output.getAll())).isEmpty();
    }

    @Test
    void theSearchItselfFindsWhatIsThere() {
        jdbc.sql("create or replace table canary_probe (plain varchar(50), bytes varbinary(50), number bigint)")
                .update();
        try {
            jdbc.sql("insert into canary_probe values ('۷۰۴۱۵۹۲۶', 'x70415926y', 70415926)")
                    .update();
            assertThat(Canaries.of("70415926").inDatabase(jdbc))
                    .containsExactlyInAnyOrder(
                            "canary_probe.plain: canary 1",
                            "canary_probe.bytes: canary 1",
                            "canary_probe.number: canary 1");
        } finally {
            jdbc.sql("drop table canary_probe").update();
        }
        assertThat(Canaries.of("70415926").in("code=70415926")).containsExactly("canary 1");
    }
}
