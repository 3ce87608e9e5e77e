package ir.ramzineh.sms.smpp;

import ir.ramzineh.kernel.StartupProblem;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An account at an SMPP centre; stands under {@code ramzineh.sms.providers[n].smpp}.
 *
 * @param host name or address of the centre
 * @param tls whether the connection is encrypted; the certificate must carry the host's name
 * @param systemId the account, at most 15 characters
 * @param password its password, at most 8 characters (SMPP 3.4, 5.2.2)
 * @param sender what phones show where no issuer is concerned
 * @param longMessages how texts of more than one segment travel
 * @param plainTexts how texts travel whose every sign is in the GSM alphabet
 * @param answerWithin after which an answer counts as lost; less than {@code ramzineh.sms.provider-timeout}
 * @param enquireEvery after so much silence the connection is tested
 * @param reconnect first and longest wait between tries to connect; it doubles in between
 */
record SmppSettings(
        @DefaultValue("") String host,
        @DefaultValue("2775") int port,
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String systemId,
        @DefaultValue("") String password,
        @DefaultValue("") String systemType,
        @DefaultValue("") String sender,
        @DefaultValue("payload") LongMessages longMessages,
        @DefaultValue("gsm") PlainTexts plainTexts,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("30s") Duration enquireEvery,
        @DefaultValue Reconnect reconnect) {
    private static final Pattern SYSTEM_ID = Pattern.compile("[\\x21-\\x7e]{1,15}");
    private static final Pattern PASSWORD = Pattern.compile("[\\x20-\\x7e]{0,8}");
    private static final Pattern SYSTEM_TYPE = Pattern.compile("[\\x20-\\x7e]{0,12}");
    private static final int PORT_MAX = 65_535;

    /** How texts of more than one segment travel. */
    enum LongMessages {
        /** Whole, in the message_payload parameter; the centre cuts. */
        PAYLOAD,
        /** Cut by us, each part with a joining header (3GPP TS 23.040, 9.2.3.24.1). */
        UDH
    }

    /** How texts travel whose every sign is in the GSM alphabet. */
    enum PlainTexts {
        /** In the default alphabet of the centre, taken for that of GSM. */
        GSM,
        /** As all others, for a centre whose default alphabet is another one. */
        UCS2
    }

    /** Waits between tries to connect. */
    record Reconnect(
            @DefaultValue("1s") Duration first,
            @DefaultValue("60s") Duration longest) {}

    /** @param at where these settings stand */
    void check(String at) {
        require(!host.isBlank(), at, "host", "must name the SMPP centre");
        require(port >= 1 && port <= PORT_MAX, at, "port", "must be 1 to 65535");
        require(SYSTEM_ID.matcher(systemId).matches(), at, "system-id", "must have 1 to 15 plain characters");
        require(PASSWORD.matcher(password).matches(), at, "password", "has at most 8 plain characters in SMPP 3.4");
        require(SYSTEM_TYPE.matcher(systemType).matches(), at, "system-type", "has at most 12 plain characters");
        require(Address.usable(sender), at, "sender", "must be a number, or up to 11 Latin letters and spaces");
        require(answerWithin.isPositive(), at, "answer-within", "must be above zero");
        require(enquireEvery.toSeconds() >= 1, at, "enquire-every", "must be at least one second");
        require(
                reconnect.first().isPositive() && reconnect.longest().compareTo(reconnect.first()) >= 0,
                at,
                "reconnect",
                "needs a first wait above zero and a longest one that is not shorter");
    }

    private static void require(boolean holds, String at, String name, String rule) {
        if (!holds) {
            throw new StartupProblem("The setting " + at + "." + name + " " + rule + ".");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmppSettings[host=" + host + ", port=" + port + ", systemId=" + systemId + "]";
    }
}
