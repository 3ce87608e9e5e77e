package ir.ramzineh.sms.smpp;

import ir.ramzineh.sms.GsmAlphabet;
import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsProvider;
import ir.ramzineh.sms.Submission;
import ir.ramzineh.sms.smpp.SmppText.Writing;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;

/** Sends by submit_sm (SMPP 3.4, section 4.4). */
final class SmppProvider implements SmsProvider, AutoCloseable {
    private static final ESMClass WHOLE = new ESMClass();
    private static final ESMClass JOINED =
            new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI);

    /** The centre takes nothing now, or nothing from this account, whatever the message is: another one may. */
    private static final Set<Integer> NOT_NOW = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RINVBNDSTS,
            SMPPConstant.STAT_ESME_RX_T_APPN,
            SMPPConstant.STAT_ESME_RINVSRCADR,
            SMPPConstant.STAT_ESME_RINVSYSTYP,
            SMPPConstant.STAT_ESME_RINVSERTYP,
            SMPPConstant.STAT_ESME_RSUBMITFAIL);

    private static final byte PROTOCOL = 0;
    private static final byte PRIORITY = 1;
    private static final byte NO_REPLACEMENT = 0;
    private static final byte NO_CANNED_TEXT = 0;

    private final String name;
    private final SmppSettings settings;
    private final SmppLink link;
    private final Clock clock;

    SmppProvider(String name, SmppSettings settings, MessageReceiverListener receiver, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.link = new SmppLink(name, settings, receiver);
        this.clock = clock;
    }

    @Override
    public Submission submit(OutgoingSms message) {
        Optional<SMPPSession> session = link.bound();
        if (session.isEmpty()) {
            return new Submission.Deferred("not-connected");
        }
        Writing writing = settings.plainTexts() == SmppSettings.PlainTexts.GSM && GsmAlphabet.holds(message.text())
                ? Writing.GSM
                : Writing.UCS2;
        byte[] text = SmppText.encoded(message.text(), writing);
        boolean cut = !writing.fits(text) && settings.longMessages() == SmppSettings.LongMessages.UDH;
        List<byte[]> parts =
                cut ? SmppText.parts(text, writing, (int) message.id().value()) : List.of(text);
        return submit(session.get(), message, parts, new Form(writing, cut));
    }

    /** How the parts of a message look. */
    private record Form(Writing writing, boolean cut) {
        GeneralDataCoding coding() {
            return new GeneralDataCoding(writing == Writing.GSM ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2);
        }
    }

    /** The reference of a text in parts is that of its last part: when that has arrived, the message has. */
    private Submission submit(SMPPSession session, OutgoingSms message, List<byte[]> parts, Form form) {
        String reference = "";
        int taken = 0;
        try {
            for (byte[] part : parts) {
                reference = submitOne(session, message, part, form);
                taken++;
            }
            return new Submission.Accepted(reference);
        } catch (NegativeResponseException refused) {
            if (taken > 0) {
                throw new IllegalStateException("Only some parts of a message were taken");
            }
            String reason = "smpp-0x%08x".formatted(refused.getCommandStatus());
            return NOT_NOW.contains(refused.getCommandStatus())
                    ? new Submission.Deferred(reason)
                    : new Submission.Rejected(reason);
        } catch (PDUException unsendable) {
            // Found out before anything left.
            return new Submission.Rejected("smpp-unsendable");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException lost) {
            // Without the cause, whose text may quote the message.
            throw new IllegalStateException(
                    "No answer to submit_sm: " + lost.getClass().getSimpleName());
        }
    }

    private String submitOne(SMPPSession session, OutgoingSms message, byte[] text, Form form)
            throws NegativeResponseException, PDUException, ResponseTimeoutException, InvalidResponseException,
                    IOException {
        String issuerSender = message.sender();
        Address from = Address.of(issuerSender == null ? settings.sender() : issuerSender);
        Address to = Address.of(message.to().e164());
        boolean payload = !form.cut() && !form.writing().fits(text);
        OptionalParameter reference = new OptionalParameter.User_message_reference(
                (short) message.id().value());
        return session.submitShortMessage(
                        "",
                        from.type(),
                        from.plan(),
                        from.digits(),
                        to.type(),
                        to.plan(),
                        to.digits(),
                        form.cut() ? JOINED : WHOLE,
                        PROTOCOL,
                        PRIORITY,
                        null,
                        validity(message),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        NO_REPLACEMENT,
                        form.coding(),
                        NO_CANNED_TEXT,
                        payload ? new byte[0] : text,
                        payload
                                ? new OptionalParameter[] {reference, new OptionalParameter.Message_payload(text)}
                                : new OptionalParameter[] {reference})
                .getMessageId();
    }

    /** Relative to the clock of the centre (SMPP 3.4, 7.1.1.2), which need not agree with ours; at least one second. */
    private String validity(OutgoingSms message) {
        Duration left = Duration.between(clock.instant(), message.notAfter());
        Duration bounded = left.compareTo(Duration.ofDays(2)) > 0
                ? Duration.ofDays(2)
                : left.toSeconds() < 1 ? Duration.ofSeconds(1) : left;
        return "0000%02d%02d%02d%02d000R"
                .formatted(bounded.toDays(), bounded.toHoursPart(), bounded.toMinutesPart(), bounded.toSecondsPart());
    }

    /** SMPP 3.4 knows no idempotency: a repeat is a second message. */
    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ready() {
        return link.bound().isPresent();
    }

    @Override
    public void start() {
        link.start();
    }

    @Override
    public void close() {
        link.close();
    }
}
