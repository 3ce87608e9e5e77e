package ir.ramzineh.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.simulator.TrainingScripts.Script;
import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.sms.Submission;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lessons change the world around the portal, each for itself, and a reset sets everything right. */
@PortalIT
class TrainingScriptsIT {
    @Autowired
    private TrainingScripts scripts;

    @Autowired
    private SimulatedSmsProvider provider;

    @Autowired
    private SimulatorInbox inbox;

    @Autowired
    private IdSource ids;

    @Autowired
    private java.time.Clock clock;

    private final MobileNumber number =
            MobileNumber.of("0912" + ThreadLocalRandom.current().nextInt(100_000, 999_999) + "4");

    @AfterEach
    void everythingIsRightAgain() {
        scripts.reset();
    }

    @Test
    void aMessageArrivesAtOnceUnlessItIsLate() {
        assertThat(submit()).isInstanceOf(Submission.Accepted.class);
        assertThat(inbox.of(number, 10)).hasSize(1);

        scripts.set(Script.LATE_SMS, true);
        assertThat(submit()).as("the provider took it all the same").isInstanceOf(Submission.Accepted.class);
        assertThat(inbox.of(number, 10)).hasSize(1);

        scripts.reset();
        submit();
        assertThat(inbox.of(number, 10)).hasSize(2);
    }

    @Test
    void aWrongNumberIsTheNeighboursPhone() {
        scripts.set(Script.WRONG_NUMBER, true);
        submit();

        assertThat(inbox.of(number, 10)).isEmpty();
        MobileNumber neighbour = MobileNumber.of(number.national().substring(0, 10) + "5");
        assertThat(inbox.of(neighbour, 10)).hasSize(1);
    }

    @Test
    void aShopThatChangesTheAmountAsksTheSwitchForMore() {
        Transaction shown = new Transaction(TransactionType.PURCHASE, Rial.of("500000"), "000000000000101", "SIM-0101");
        assertThat(scripts.charged(shown)).isEqualTo(shown);

        scripts.set(Script.CHANGED_AMOUNT, true);

        assertThat(scripts.charged(shown).amount()).isEqualTo(Rial.of("1500000"));
        assertThat(scripts.charged(shown).merchantId()).isEqualTo(shown.merchantId());
    }

    private Submission submit() {
        return provider.submit(new OutgoingSms(
                new SmsId(ids.next()), number, null, "Code", clock.instant().plus(Duration.ofMinutes(2))));
    }
}
