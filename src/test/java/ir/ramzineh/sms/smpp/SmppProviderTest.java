package ir.ramzineh.sms.smpp;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.kernel.StartupProblem;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.sms.Submission;
import ir.ramzineh.sms.smpp.SmppSettings.LongMessages;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SMPP adapter against a server session of SMPP 3.4 over TCP: messages, receipts, messages from phones. */
class SmppProviderTest extends SmppScene {
    @Test
    void aPersianMessageArrivesAsWrittenWithSenderValidityAndReceiptAskedFor() throws Exception {
        connected(provider);
        Submission answer = provider.submit(message("Bank Mellat", "رمز پویا: 1234567\n@bank.ir #1234567"));

        SubmitSm taken = centre.taken.element();
        assertThat(answer).isEqualTo(new Submission.Accepted("m1"));
        assertThat(PlayedCentre.text(taken)).isEqualTo("رمز پویا: 1234567\n@bank.ir #1234567");
        assertThat(taken.getDataCoding()).isEqualTo(SMPPConstant.DC_UCS2);
        assertThat(taken.getSourceAddr()).isEqualTo("Bank Mellat");
        assertThat(taken.getSourceAddrTon()).isEqualTo(SMPPConstant.TON_ALPHANUMERIC);
        assertThat(taken.getDestAddress()).isEqualTo("989120000001");
        assertThat(taken.getDestAddrTon()).isEqualTo(SMPPConstant.TON_INTERNATIONAL);
        assertThat(taken.getRegisteredDelivery()).isEqualTo(SMPPConstant.REGDEL_SMSC_SUCCESS_FAILURE_REQUESTED);
        assertThat(taken.getValidityPeriod())
                .as("90 seconds, by the centre's clock")
                .isEqualTo("000000000130000R");
    }

    @Test
    void anEnglishMessageTravelsInTheDefaultAlphabetUnlessTheCentreHasAnother() throws Exception {
        connected(provider);
        provider.submit(message(null, "Code: 1234567\n@bank.ir {1}"));
        SubmitSm taken = centre.taken.element();
        assertThat(taken.getDataCoding()).isEqualTo((byte) 0);
        assertThat(taken.getShortMessage()).startsWith('C', 'o', 'd', 'e').contains(10, 0, 0x1b, 0x28);

        centre.taken.clear();
        provider.submit(message(null, "a".repeat(160)));
        assertThat(centre.taken)
                .singleElement()
                .satisfies(one -> assertThat(one.getShortMessage()).hasSize(160));
    }

    @Test
    void withoutAnIssuerTheAccountsOwnSenderIsShown() throws Exception {
        connected(provider);
        provider.submit(message(null, "سلام"));
        assertThat(centre.taken.element().getSourceAddr()).isEqualTo("20001");
    }

    @Test
    void aLongTextTravelsWholeOrInJoinedParts() throws Exception {
        connected(provider);
        assertThat(provider.submit(message(null, LONG))).isInstanceOf(Submission.Accepted.class);
        assertThat(centre.taken).singleElement().satisfies(taken -> {
            assertThat(taken.getShortMessage()).isNullOrEmpty();
            assertThat(PlayedCentre.text(taken)).isEqualTo(LONG);
        });

        centre.taken.clear();
        try (SmppProvider cutting = provider(settings(port, LongMessages.UDH))) {
            connected(cutting);
            assertThat(cutting.submit(message(null, LONG))).isInstanceOf(Submission.Accepted.class);
        }
        List<byte[]> parts = centre.taken.stream()
                .map(SubmitSm::getShortMessage)
                .sorted(Comparator.comparing(part -> part[5]))
                .toList();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            byte[] part = parts.get(i);
            assertThat(part).hasSizeLessThanOrEqualTo(140);
            assertThat(Arrays.copyOf(part, 6)).containsExactly(5, 0, 3, parts.getFirst()[3], parts.size(), i + 1);
            joined.append(new String(part, 6, part.length - 6, UTF_16BE));
        }
        assertThat(joined).hasToString(LONG);
        assertThat(centre.taken).allMatch(SubmitSm::isUdhi);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SMPPConstant.STAT_ESME_RTHROTTLED,
                SMPPConstant.STAT_ESME_RMSGQFUL,
                SMPPConstant.STAT_ESME_RSYSERR,
                SMPPConstant.STAT_ESME_RINVSRCADR
            })
    void whatTheCentreCannotTakeNowIsPutOff(int status) throws Exception {
        connected(provider);
        centre.answerWith = status;
        assertThat(provider.submit(message(null, "x")))
                .isEqualTo(new Submission.Deferred("smpp-0x%08x".formatted(status)));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SMPPConstant.STAT_ESME_RINVDSTADR,
                SMPPConstant.STAT_ESME_RINVMSGLEN,
                SMPPConstant.STAT_ESME_RX_R_APPN
            })
    void aRefusalOfTheMessageIsFinal(int status) throws Exception {
        connected(provider);
        centre.answerWith = status;
        assertThat(provider.submit(message(null, "x")))
                .isEqualTo(new Submission.Rejected("smpp-0x%08x".formatted(status)));
    }

    @Test
    void receiptsTellWhatBecameOfAMessage() throws Exception {
        SMPPServerSession session = connected(provider);
        provider.submit(message(null, "x"));
        PlayedCentre.receipt(session, "m1", "DELIVRD");
        PlayedCentre.receipt(session, "m1", "ENROUTE");
        PlayedCentre.receipt(session, "m1", "UNDELIV");
        assertThat(reported).containsExactly("m1 delivered", "m1 smpp-UNDELIV");
    }

    @Test
    void aReceiptThatOvertakesTheNoteOfItsMessageIsAskedForAgain() throws Exception {
        SMPPServerSession session = connected(provider);
        assertThat(PlayedCentre.status(() -> PlayedCentre.receipt(session, "early", "DELIVRD")))
                .isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        assertThat(PlayedCentre.status(() -> PlayedCentre.receipt(session, "early", "DELIVRD")))
                .isEqualTo(SMPPConstant.STAT_ESME_ROK);
    }

    @Test
    void messagesFromPhonesComeInAndAreAskedForAgainWhenTheyCannotBeTaken() throws Exception {
        SMPPServerSession session = connected(provider);
        databaseAway = true;
        PlayedCentre.Delivery text = () -> PlayedCentre.fromPhone(session, "989120000001", "30003303", "۱۲۳۴");
        assertThat(PlayedCentre.status(text)).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        databaseAway = false;
        assertThat(PlayedCentre.status(text)).isEqualTo(SMPPConstant.STAT_ESME_ROK);
        assertThat(incoming).containsExactly(new IncomingSms("centre", null, "989120000001", "30003303", "۱۲۳۴"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bank+Mellat", "ABCDEFGHIJKL", "بانک"})
    void anUnusableSenderIsNamedBeforeAnythingIsSent(String sender) {
        SmppSettings settings = new SmppSettings(
                "127.0.0.1",
                port,
                false,
                "me",
                "",
                "",
                sender,
                LongMessages.PAYLOAD,
                SmppSettings.PlainTexts.GSM,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                new SmppSettings.Reconnect(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatThrownBy(() -> settings.check("ramzineh.sms.providers[0].smpp"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageStartingWith("The setting ramzineh.sms.providers[0].smpp.sender must be");
    }
}
