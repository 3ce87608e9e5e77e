package ir.ramzineh.sms.smpp;

import ir.ramzineh.sms.DeliveryReports;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the centre sends: delivery receipts (SMPP 3.4, appendix B) and messages from phones. */
final class SmppReceiver implements MessageReceiverListener {
    private static final Logger log = LoggerFactory.getLogger(SmppReceiver.class);
    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*(\\S{1,65})");
    private static final Pattern STATE = Pattern.compile("(?i)\\bstat:\\s*([A-Z]{1,10})");

    private final String provider;
    private final DeliveryReports reports;
    private final Function<IncomingSms, IncomingMessages.Result> incoming;

    SmppReceiver(String provider, DeliveryReports reports, Function<IncomingSms, IncomingMessages.Result> incoming) {
        this.provider = provider;
        this.reports = reports;
        this.incoming = incoming;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        try {
            if (message.isSmscDeliveryReceipt()) {
                receipt(message);
            } else {
                IncomingMessages.Result result = incoming.apply(new IncomingSms(
                        provider,
                        null,
                        message.getSourceAddr(),
                        message.getDestAddress(),
                        SmppText.decoded(bytes(message), message.getDataCoding(), message.isUdhi())));
                if (result == IncomingMessages.Result.BUSY) {
                    throw later();
                }
            }
        } catch (RuntimeException e) {
            // The kind alone; the centre is to send it again.
            log.warn(
                    "A message of the SMS provider {} was not taken: {}",
                    provider,
                    e.getClass().getSimpleName());
            throw later();
        }
    }

    private void receipt(DeliverSm message) throws ProcessRequestException {
        String text = new String(bytes(message), StandardCharsets.ISO_8859_1);
        Optional<String> id = Optional.ofNullable(
                        message.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.COctetString::getValueAsString)
                .or(() -> first(ID, text));
        if (id.isEmpty()) {
            return;
        }
        String state = first(STATE, text).orElse("").toUpperCase(Locale.ROOT);
        boolean noted = switch (state) {
            case "DELIVRD" -> reports.delivered(provider, id.get());
            case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" ->
                reports.undeliverable(provider, id.get(), "smpp-" + state);
            // On its way, or a word of the centre's own: neither is an end.
            default -> true;
        };
        if (!noted) {
            throw later();
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static byte[] bytes(DeliverSm message) {
        byte[] text = message.getShortMessage();
        if (text != null && text.length > 0) {
            return text;
        }
        OptionalParameter.Message_payload payload =
                message.getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? new byte[0] : payload.getValue();
    }

    private static ProcessRequestException later() {
        return new ProcessRequestException("again later", SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Phones that come into reach are of no use to us.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not served", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
