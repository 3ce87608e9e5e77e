package ir.ramzineh.sms.smpp;

import ir.ramzineh.sms.smpp.SmppSettings.Reconnect;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bound connection to the centre, made again whenever it is lost, with growing waits. */
final class SmppLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmppLink.class);
    private static final int CONNECT_MILLIS_MAX = 5_000;

    private final String provider;
    private final SmppSettings settings;
    private final MessageReceiverListener receiver;
    private volatile @Nullable SMPPSession session;
    private @Nullable Thread keeper;
    private volatile boolean closed;

    SmppLink(String provider, SmppSettings settings, MessageReceiverListener receiver) {
        this.provider = provider;
        this.settings = settings;
        this.receiver = receiver;
    }

    synchronized void start() {
        if (keeper == null && !closed) {
            keeper = Thread.ofVirtual().name("smpp-" + provider).start(this::keep);
        }
    }

    /** The connection, if it is bound now. */
    Optional<SMPPSession> bound() {
        SMPPSession current = session;
        return current != null && current.getSessionState().isTransmittable() ? Optional.of(current) : Optional.empty();
    }

    private void keep() {
        Reconnect waits = settings.reconnect();
        Duration wait = waits.first();
        boolean told = false;
        try {
            while (!closed) {
                CountDownLatch end = new CountDownLatch(1);
                try {
                    session = connect(end);
                    log.info("The SMS provider {} is connected.", provider);
                    told = false;
                    wait = waits.first();
                    end.await();
                    session = null;
                } catch (IOException e) {
                    // The kind alone: the text may name the account.
                    if (!told) {
                        log.warn(
                                "The SMS provider {} cannot be reached and is tried again with growing waits: {}",
                                provider,
                                e.getClass().getSimpleName());
                    }
                    told = true;
                }
                Thread.sleep(wait);
                wait = wait.multipliedBy(2).compareTo(waits.longest()) < 0 ? wait.multipliedBy(2) : waits.longest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // It may have been bound while this was being closed.
            bound().ifPresent(SMPPSession::unbindAndClose);
        }
    }

    private SMPPSession connect(CountDownLatch end) throws IOException {
        SMPPSession fresh = new SMPPSession(this::socket);
        fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
        fresh.setTransactionTimer(settings.answerWithin().toMillis());
        fresh.setMessageReceiverListener(receiver);
        fresh.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                end.countDown();
            }
        });
        try {
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.systemId(),
                            settings.password(),
                            settings.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    settings.answerWithin().toMillis());
        } catch (IOException | RuntimeException e) {
            fresh.close();
            throw e instanceof IOException failure ? failure : new IOException("bind failed", e);
        }
        return fresh;
    }

    private Connection socket(String host, int port) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), CONNECT_MILLIS_MAX);
            return new SocketConnection(settings.tls() ? encrypted(plain, host, port) : plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        // The factory alone would take any valid certificate, whoever it names.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (keeper != null) {
            keeper.interrupt();
        }
        SMPPSession current = session;
        if (current != null) {
            current.unbindAndClose();
        }
    }
}
