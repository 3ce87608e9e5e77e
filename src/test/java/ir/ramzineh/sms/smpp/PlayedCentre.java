package ir.ramzineh.sms.smpp;

import ir.ramzineh.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An SMPP centre on a TCP port of this machine: it takes binds and messages as a real one does. */
final class PlayedCentre implements ServerMessageReceiverListener, AutoCloseable {
    static final String SYSTEM_ID = "ramzineh";
    static final String PASSWORD = "pass-123";
    private static final GeneralDataCoding UCS2 = new GeneralDataCoding(Alphabet.ALPHA_UCS2);

    final Queue<SubmitSm> taken = new ConcurrentLinkedQueue<>();
    final AtomicInteger enquiries = new AtomicInteger();
    final AtomicInteger refusedBinds = new AtomicInteger();

    /** A status other than 0 is answered in the place of an id. */
    volatile int answerWith = SMPPConstant.STAT_ESME_ROK;

    /** While it is not open, submissions get no answer. */
    volatile CountDownLatch answering = new CountDownLatch(0);

    private final AtomicInteger ids = new AtomicInteger();
    private final BlockingQueue<SMPPServerSession> bound = new LinkedBlockingQueue<>();
    private final Queue<SMPPServerSession> all = new ConcurrentLinkedQueue<>();
    private final SMPPServerSessionListener listener;
    private volatile boolean closed;

    PlayedCentre(int port) throws IOException {
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener(this);
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                Thread.ofVirtual().start(() -> bind(session));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5_000);
            if (SYSTEM_ID.equals(request.getSystemId()) && PASSWORD.equals(request.getPassword())) {
                request.accept("centre");
                all.add(session);
                bound.add(session);
            } else {
                refusedBinds.incrementAndGet();
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (Exception e) {
            session.close();
        }
    }

    /** The next connection that was bound. */
    SMPPServerSession session() throws InterruptedException {
        return Objects.requireNonNull(bound.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS), "nobody has bound");
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (answerWith != SMPPConstant.STAT_ESME_ROK) {
            throw new ProcessRequestException("as the test says", answerWith);
        }
        taken.add(message);
        try {
            return new SubmitSmResult(new MessageId("m" + ids.incrementAndGet()), new OptionalParameter[0]);
        } catch (org.jsmpp.PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a message, from wherever it stands. */
    static String text(SubmitSm message) {
        OptionalParameter.Message_payload payload =
                message.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] bytes = Optional.ofNullable(payload)
                .map(OptionalParameter.OctetString::getValue)
                .orElse(message.getShortMessage());
        return new String(bytes, StandardCharsets.UTF_16BE);
    }

    static void receipt(SMPPServerSession to, String id, String state) throws Exception {
        String text = "id:" + id + " sub:001 dlvrd:001 submit date:2611220640 done date:2611220641 stat:" + state
                + " err:000 text:";
        deliver(to, "989120000001", "20001", new ESMClass(4), text.getBytes(StandardCharsets.US_ASCII), true);
    }

    static void fromPhone(SMPPServerSession to, String from, String shortNumber, String text) throws Exception {
        deliver(to, from, shortNumber, new ESMClass(), text.getBytes(StandardCharsets.UTF_16BE), false);
    }

    private static void deliver(
            SMPPServerSession to, String from, String dest, ESMClass form, byte[] text, boolean ascii)
            throws Exception {
        to.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                from,
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                dest,
                form,
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                ascii ? new GeneralDataCoding(Alphabet.ALPHA_DEFAULT) : UCS2,
                text);
    }

    /** What the portal answered to a delivery: 0 when it took it. */
    static int status(Delivery delivery) throws Exception {
        try {
            delivery.run();
            return SMPPConstant.STAT_ESME_ROK;
        } catch (NegativeResponseException refused) {
            return refused.getCommandStatus();
        }
    }

    interface Delivery {
        void run() throws Exception;
    }

    @Override
    public void onAcceptEnquireLink(EnquireLink question, Session source) {
        enquiries.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        answering.countDown();
        listener.close();
        all.forEach(SMPPServerSession::close);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unserved();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
        throw unserved();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession source) throws ProcessRequestException {
        throw unserved();
    }

    @Override
    public void onAcceptCancelSm(CancelSm message, SMPPServerSession source) throws ProcessRequestException {
        throw unserved();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unserved();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unserved();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unserved();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw unserved();
    }

    private static ProcessRequestException unserved() {
        return new ProcessRequestException("not played", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
