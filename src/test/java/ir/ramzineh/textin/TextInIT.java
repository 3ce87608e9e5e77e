package ir.ramzineh.textin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Canaries;
import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.simulator.ReceivedSms;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingMessages.Result;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ramznegar, SMS edition (S6): four digits in, a code back, good once. */
@PortalIT
@ExtendWith(OutputCaptureExtension.class)
class TextInIT {
    private static final String SHORT_NUMBER = "30003303";
    private static final MobileNumber PHONE = DemonstrationPeople.SHIRIN.mobile();
    private static final CardNumber TWIN_ONE = CardNumber.of("6104330000021405");
    private static final CardNumber TWIN_TWO = CardNumber.of("6104330000441405");
    private static final MobileNumber NEGARS = DemonstrationPeople.NEGAR.mobile();
    private static final CardNumber NEGARS_CARD = CardNumber.of("6104330000002108");
    private static final Pattern CODE = Pattern.compile("رمز: ([0-9]{7})\n");

    @Autowired
    private IncomingMessages incoming;

    @Autowired
    private CardDirectory directory;

    @Autowired
    private CardChannels channels;

    @Autowired
    private CardPasswords passwords;

    @Autowired
    private Verifications verifications;

    @Autowired
    private SimulatorInbox inbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private int asked;

    /** Nothing of the tests before is left: those that ran the clock ahead leave messages that would pass for the newest. */
    @BeforeEach
    void aQuietDay() {
        List.of("sms_limit", "issued_code", "textin_question", "simulator_inbox")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("delete from sms_message where purpose in ('text-in', 'text-in-answer', 'harim')")
                .update();
    }

    @Test
    void S6_3_S6_4_fourDigitsGiveSevenDigitsThatTheSwitchAcceptsOnce() {
        active(NEGARS_CARD);
        ReceivedSms answer = answer(NEGARS, "۲۱۰۸");

        assertThat(answer.sender()).isEqualTo("Bank Mellat");
        String code = code(answer);
        assertThat(verify(NEGARS_CARD, code)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(NEGARS_CARD, code)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void S6_5_theCodeIsDeadAfterItsMinuteAndTheSameUntilThen() {
        clock.hold();
        active(NEGARS_CARD);
        String code = code(answer(NEGARS, "2108"));
        clock.advance(Duration.ofSeconds(20));
        assertThat(code(answer(NEGARS, "2108"))).isEqualTo(code);
        clock.advance(Duration.ofSeconds(41));
        assertThat(verify(NEGARS_CARD, code)).isEqualTo(Verdict.REFUSED);
        assertThat(code(answer(NEGARS, "2108"))).isNotEqualTo(code);
    }

    @Test
    void twoCardsWithTheSameDigitsAreAskedBackAndEachAnswerIsTakenOnce() {
        active(TWIN_ONE);
        active(TWIN_TWO);
        ReceivedSms question = answer(PHONE, "1405");
        assertThat(question.text()).contains("1) 14").contains("2) 14").doesNotContain("0000");
        int second = question.text().indexOf("1407/10") > question.text().indexOf("1408/05") ? 2 : 1;
        clock.advance(Duration.ofSeconds(10));

        String code = code(answer(PHONE, Integer.toString(second)));
        assertThat(verify(TWIN_ONE, code)).isEqualTo(Verdict.REFUSED);
        assertThat(verify(TWIN_TWO, code)).isEqualTo(Verdict.ACCEPTED);

        clock.advance(Duration.ofMinutes(1));
        assertThat(answer(PHONE, "2").text()).as("the question is over").contains("چهار رقم آخر");
    }

    @Test
    void whereTheSmsEditionIsOffOneSentenceSaysHowToSwitchItOn() {
        FoundCard card = active(NEGARS_CARD);
        transaction.executeWithoutResult(
                status -> channels.switchOff(card.card(), PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN));
        assertThat(answer(NEGARS, "2108").text()).contains("خودپرداز").contains("2108");
    }

    @Test
    void aWholeCardNumberIsRefusedWithAWarningAndLeavesNoTrace(CapturedOutput log) {
        String number = NEGARS_CARD.digits();
        assertThat(answer(NEGARS, "رمز " + number).text()).contains("شمارهٔ کامل را نفرستید");
        assertThat(Canaries.of(number).inDatabase(jdbc)).isEmpty();
        assertThat(Canaries.of(number).in(log.getAll())).isEmpty();
    }

    @Test
    void anUnknownPhoneGetsSilenceAndALineWithoutItsNumber() {
        long before = strangers();
        MobileNumber stranger = DemonstrationPeople.BEHROUZ_NUMBER_IN_USE;
        assertThat(send(stranger, "2108")).isEqualTo(Result.HANDLED);
        assertThat(strangers() - before).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select count(*) from sms_message where masked_number = :number and purpose like 'text-in%'")
                        .param("number", stranger.masked())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Canaries.of(stranger.e164().substring(3)).inDatabase(jdbc)).isEmpty();
    }

    @Test
    void anotherCustomersDigitsAreNotServed() {
        active(NEGARS_CARD);
        assertThat(answer(PHONE, "2108").text()).contains("ندارید");
    }

    @Test
    void aNumberNobodyServesIsLeftAlone() {
        assertThat(incoming.receive(new IncomingSms("test", id(), NEGARS.e164(), "30009999", "2108")))
                .isEqualTo(Result.UNCLAIMED);
    }

    @Test
    void whoeverAsksAgainAndAgainWaitsLongerAndLonger() {
        clock.hold();
        active(NEGARS_CARD);
        long before = answers();
        for (int i = 0; i < 15; i++) {
            send(NEGARS, "2108");
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(answers() - before).as("at 0, 2, 8 and 24 seconds").isEqualTo(4);
    }

    @Test
    void oneInAnswerToACodeStopsTheCardAndTellsWhoeverKeepsCases() {
        FoundCard card = active(NEGARS_CARD);
        String code = code(answer(NEGARS, "2108"));
        clock.advance(Duration.ofSeconds(10));

        assertThat(answer(NEGARS, "۱").text()).contains("پرونده");
        assertThat(passwords.status(card.card(), PasswordKind.SECOND).frozen()).isTrue();
        assertThat(verify(NEGARS_CARD, code)).isEqualTo(Verdict.REFUSED);
        assertThat(jdbc.sql("select count(*) from audit_event where kind like 'fraud-case.opened%' and card_id = :card")
                        .param("card", card.card().value())
                        .query(Long.class)
                        .single())
                .isPositive();

        clock.advance(Duration.ofMinutes(5));
        assertThat(answer(NEGARS, "2108").text()).contains("متوقف");
    }

    @Test
    void aLateAnswerToWhichCardStopsNothing() {
        FoundCard one = active(TWIN_ONE);
        FoundCard two = active(TWIN_TWO);
        answer(PHONE, "1405");
        clock.advance(Duration.ofMinutes(6));

        assertThat(answer(PHONE, "1").text()).contains("چهار رقم آخر");
        assertThat(passwords.status(one.card(), PasswordKind.SECOND).frozen()).isFalse();
        assertThat(passwords.status(two.card(), PasswordKind.SECOND).frozen()).isFalse();
    }

    @Test
    void S5_5_theCodeLivesAsLongAsTheCustomerChoseAndIsNotSentWhereItCouldNotCount() {
        FoundCard card = active(NEGARS_CARD);
        settings(card, "life_seconds = 30");
        String code = code(answer(NEGARS, "2108"));
        clock.advance(Duration.ofSeconds(31));
        assertThat(verify(NEGARS_CARD, code)).isEqualTo(Verdict.REFUSED);

        int hour = clock.instant().atZone(ZoneId.of("Asia/Tehran")).getHour();
        settings(
                card,
                "hour_from = %d, hour_until = %d"
                        .formatted((hour + 2) % 24, (hour + 3) % 24 == 0 ? 24 : (hour + 3) % 24));
        clock.advance(Duration.ofSeconds(30));
        assertThat(answer(NEGARS, "2108").text()).contains("به خواست شما بسته است");
        settings(card, "life_seconds = null, hour_from = null, hour_until = null");
    }

    private void settings(FoundCard card, String columns) {
        jdbc.sql("update card_password set " + columns + " where card_id = :card and kind = 'SECOND'")
                .param("card", card.card().value())
                .update();
    }

    @Test
    void notMeInWordsStopsTheCardOfTheLatestCodeOnly() {
        FoundCard one = active(TWIN_ONE);
        FoundCard two = active(TWIN_TWO);
        answer(PHONE, "1405");
        clock.advance(Duration.ofSeconds(10));
        String code = code(answer(PHONE, "1"));
        boolean first = verify(TWIN_ONE, code) == Verdict.ACCEPTED;
        clock.advance(Duration.ofSeconds(20));

        answer(PHONE, "نه من نبودم");
        assertThat(passwords.status(one.card(), PasswordKind.SECOND).frozen()).isEqualTo(first);
        assertThat(passwords.status(two.card(), PasswordKind.SECOND).frozen()).isEqualTo(!first);
    }

    /** Its SMS edition on and nothing frozen, as an ATM leaves it (S4.7). */
    private FoundCard active(CardNumber number) {
        FoundCard card = directory.find(number).orElseThrow();
        transaction.executeWithoutResult(status ->
                channels.switchOn(card.customer(), card.card(), PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN));
        jdbc.sql("update card_password set frozen_at = null, failed_attempts = 0 where card_id = :card")
                .param("card", card.card().value())
                .update();
        return card;
    }

    private ReceivedSms answer(MobileNumber phone, String text) {
        long newest = newest(phone);
        assertThat(send(phone, text)).isEqualTo(Result.HANDLED);
        await().atMost(Patience.LONG).until(() -> newest(phone) != newest);
        return inbox.of(phone, 1).getFirst();
    }

    private long newest(MobileNumber phone) {
        List<ReceivedSms> messages = inbox.of(phone, 1);
        return messages.isEmpty() ? 0 : messages.getFirst().id();
    }

    private Result send(MobileNumber phone, String text) {
        return incoming.receive(new IncomingSms("test", id(), phone.e164(), SHORT_NUMBER, text));
    }

    private String id() {
        return Long.toString(ids.next());
    }

    private static String code(ReceivedSms answer) {
        Matcher code = CODE.matcher(answer.text());
        assertThat(code.find()).as(answer.text().replaceAll("[0-9]", "#")).isTrue();
        return code.group(1);
    }

    private Verdict verify(CardNumber card, String code) {
        Transaction purchase = new Transaction(TransactionType.PURCHASE, new Rial(1_000_000), "M1", "T1");
        return verifications.verify(
                "text-in-test",
                new VerificationRequest(id() + "-" + ++asked, card, PasswordKind.SECOND, code, purchase));
    }

    private long strangers() {
        return jdbc.sql("select count(*) from audit_event where kind = 'text-in.stranger'")
                .query(Long.class)
                .single();
    }

    private long answers() {
        return jdbc.sql("select count(*) from sms_message where masked_number = :number and purpose = 'text-in'")
                .param("number", NEGARS.masked())
                .query(Long.class)
                .single();
    }
}
