package ir.ramzineh.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.sms.Submission;
import ir.ramzineh.sms.smpp.SmppSettings.LongMessages;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.Test;

/** The connection to an SMPP centre: lost, refused, silent, made again. */
class SmppLinkTest extends SmppScene {
    @Test
    void noAnswerIsAnUnknownFateAndSaysNothingOfTheMessage() throws Exception {
        connected(provider);
        centre.answering = new CountDownLatch(1);
        assertThatThrownBy(() -> provider.submit(message(null, "رمز 7654321")))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("7654321");
    }

    @Test
    void aConnectionThatIsCutWhileAMessageIsUnderWayIsAnUnknownFateAndIsMadeAgain() throws Exception {
        SMPPServerSession session = connected(provider);
        centre.answering = new CountDownLatch(1);
        Thread cutter = Thread.ofVirtual().start(() -> {
            await().until(() -> session.getUnacknowledgedRequests() >= 0);
            session.close();
        });
        assertThatThrownBy(() -> provider.submit(message(null, "x"))).isInstanceOf(IllegalStateException.class);
        cutter.join();
        centre.answering.countDown();

        connected(provider);
        await().until(() -> provider.submit(message(null, "x")) instanceof Submission.Accepted);
    }

    @Test
    void aCentreThatIsAwayPutsMessagesOffAndIsFoundAgainWhenItIsBack() throws Exception {
        connected(provider);
        centre.close();
        await().until(() -> !provider.ready());
        assertThat(provider.submit(message(null, "x"))).isEqualTo(new Submission.Deferred("not-connected"));

        centre = new PlayedCentre(port);
        connected(provider);
        assertThat(provider.submit(message(null, "x"))).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void aWrongPasswordIsTriedAgainWithWaitsAndTakesNothing() throws Exception {
        SmppSettings wrong = new SmppSettings(
                "127.0.0.1",
                port,
                false,
                PlayedCentre.SYSTEM_ID,
                "wrong",
                "",
                "20001",
                LongMessages.PAYLOAD,
                SmppSettings.PlainTexts.GSM,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                new SmppSettings.Reconnect(Duration.ofMillis(50), Duration.ofMillis(200)));
        try (SmppProvider locked = provider(wrong)) {
            locked.start();
            await().until(() -> centre.refusedBinds.get() >= 2);
            assertThat(locked.ready()).isFalse();
            assertThat(locked.submit(message(null, "x"))).isInstanceOf(Submission.Deferred.class);
        }
    }

    @Test
    void aQuietConnectionIsTested() throws Exception {
        connected(provider);
        await().until(() -> centre.enquiries.get() > 0);
    }
}
