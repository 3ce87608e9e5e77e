package ir.ramzineh.sms.smpp;

import static org.awaitility.Awaitility.await;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.DeliveryReports;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.sms.smpp.SmppSettings.LongMessages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A centre that is played and a provider that talks to it over TCP. */
abstract class SmppScene {
    static final Instant NOW = Instant.parse("2026-11-22T06:40:00Z");

    static final String LONG = "بانک ملت: بخش دوم کلید رمز پویای کارت ۱۲۳۴ ".repeat(6) + "\uD83D\uDCB3";

    final Queue<String> reported = new ConcurrentLinkedQueue<>();

    final Queue<IncomingSms> incoming = new ConcurrentLinkedQueue<>();

    volatile boolean databaseAway;

    PlayedCentre centre;

    int port;

    SmppProvider provider;

    @BeforeEach
    void open() throws Exception {
        port = freePort();
        centre = new PlayedCentre(port);
        provider = provider(settings(port, LongMessages.PAYLOAD));
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        centre.close();
    }

    SMPPServerSession connected(SmppProvider provider) throws Exception {
        provider.start();
        SMPPServerSession session = centre.session();
        await().until(provider::ready);
        return session;
    }

    SmppProvider provider(SmppSettings settings) {
        settings.check("ramzineh.sms.providers[0].smpp");
        SmppReceiver receiver = new SmppReceiver("centre", new Reports(), message -> {
            if (databaseAway) {
                throw new IllegalStateException("the database is away");
            }
            incoming.add(message);
            return IncomingMessages.Result.HANDLED;
        });
        return new SmppProvider("centre", settings, receiver, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static SmppSettings settings(int port, LongMessages longMessages) {
        return new SmppSettings(
                "127.0.0.1",
                port,
                false,
                PlayedCentre.SYSTEM_ID,
                PlayedCentre.PASSWORD,
                "",
                "20001",
                longMessages,
                SmppSettings.PlainTexts.GSM,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                new SmppSettings.Reconnect(Duration.ofMillis(50), Duration.ofMillis(200)));
    }

    static OutgoingSms message(String sender, String text) {
        return new OutgoingSms(new SmsId(77), new MobileNumber("+989120000001"), sender, text, NOW.plusSeconds(90));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    final class Reports implements DeliveryReports {
        boolean earlySeen;

        @Override
        public void delivered(SmsId id) {
            throw new AssertionError("SMPP knows references only");
        }

        @Override
        public void undeliverable(SmsId id, String reason) {
            throw new AssertionError("SMPP knows references only");
        }

        @Override
        public boolean delivered(String by, String reference) {
            if (reference.equals("early") && !earlySeen) {
                earlySeen = true;
                return false;
            }
            return reported.add(reference + " delivered");
        }

        @Override
        public boolean undeliverable(String by, String reference, String reason) {
            return reported.add(reference + " " + reason);
        }
    }
}
