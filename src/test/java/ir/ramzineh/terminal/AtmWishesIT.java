package ir.ramzineh.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.harim.PaymentCodeRequest;
import ir.ramzineh.harim.PaymentRequests;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What customers of each bank do at an ATM (S3, S4, S7, S13.1): done once, for the card's own number, and not for cards that may not. */
@PortalIT
class AtmWishesIT extends TerminalScene {
    private static final Transaction NOORS_PAYMENT =
            new Transaction(TransactionType.PURCHASE, new Rial(2_000_000), "M-13", "T-13");

    @Autowired
    private PaymentRequests requests;

    @Autowired
    private Verifications verifications;

    @Test
    void S3_1_S3_2_theOfferIsTheBanksOwnMenuWithTheMaskedNumber() throws Exception {
        JsonNode offer = offer(PERSON.cardOf("603799"));

        assertThat(offer.get("mobile").stringValue()).isEqualTo("0912****001");
        assertThat(offer.get("mobileTyped").booleanValue()).isTrue();
        assertThat(offer.get("menu").get(0).get("label").stringValue()).isEqualTo("عملیات رمز");
        assertThat(offer.get("refusal").stringValue()).isEmpty();
        assertThat(offer.toString()).doesNotContain("9120001001").doesNotContain("9990010072");
    }

    @Test
    void S3_3_S3_5_S3_6_oneReceiptAndOneSmsHowOftenTheRequestComes() throws Exception {
        String body = action(PERSON.cardOf("603799"), MELLI_SECOND, Map.of("mobile", "۰۹۱۲ ۰۰۰ ۱۰۰۱"));
        int seen = people.messages(PERSON.mobile());

        List<HttpResponse<String>> answers = together(Collections.nCopies(8, () -> act(body)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        JsonNode answer = JSON.readTree(answers.getFirst().body());
        assertThat(answer.get("result").stringValue()).isEqualTo("DONE");
        List<String> receipt = lines(answer);
        assertThat(receipt).anyMatch(line -> line.contains("بخش ۱ از ۲"));
        assertThat(receipt).anyMatch(line -> line.matches("[0-9]{4} [0-9]{4}"));
        assertThat(receipt).anyMatch(line -> line.contains("بخش ۲ از ۲") && line.contains("۰۹۱۲****۰۰۱"));
        people.text(PERSON.mobile(), seen);
        Thread.sleep(Duration.ofSeconds(1));
        assertThat(people.messages(PERSON.mobile())).isEqualTo(seen + 1);
    }

    @Test
    void S3_4_aNumberThatIsNotTheRegisteredOneSendsToABranchAndSendsNothing() throws Exception {
        int seen = people.messages(PERSON.mobile());
        for (String mobile : List.of("09120001002", "123", "0912000100")) {
            JsonNode answer = JSON.readTree(act(action(PERSON.cardOf("603799"), MELLI_SECOND, Map.of("mobile", mobile)))
                    .body());
            assertThat(answer.get("result").stringValue()).isEqualTo("BRANCH");
            assertThat(answer.get("text").stringValue()).contains("شعبه");
            assertThat(answer.get("receipt")).isEmpty();
        }
        Thread.sleep(Duration.ofSeconds(1));
        assertThat(people.messages(PERSON.mobile())).isEqualTo(seen);
    }

    @Test
    void S4_4_whoDoesNotConfirmTheNumberShownIsSentToABranch() throws Exception {
        CardNumber card = PERSON.cardOf("610433");
        assertThat(result(act(action(card, "1-1-1", Map.of())))).isEqualTo("BRANCH");
        assertThat(result(act(action(card, "1-1-1", Map.of("mobileConfirmed", true)))))
                .isEqualTo("DONE");
    }

    @Test
    void S4_7_S4_9_theSmsEditionIsSwitchedOnAndOffAndSaysBeforeWhatRemains() throws Exception {
        CardNumber card = DemonstrationPeople.SHIRIN.cards().getFirst();
        assertThat(result(act(action(card, MELLAT_SMS, Map.of("mobileConfirmed", true)))))
                .isEqualTo("DONE");
        JsonNode remains = JSON.readTree(post("remains", key(), request(card, Map.of("entry", MELLAT_SMS_OFF)))
                .body());
        assertThat(remains.get("sentences").toString()).contains("رمز دوم ایستای کارت دوباره معتبر می‌شود");

        JsonNode off = JSON.readTree(act(action(card, MELLAT_SMS_OFF, Map.of())).body());
        assertThat(off.get("text").stringValue())
                .contains("نسخه پیامکی رمزنگار ملت برای این کارت غیرفعال شد.")
                .contains("دوباره معتبر است");
        assertThat(JSON.readTree(act(action(card, MELLAT_SMS_OFF, Map.of())).body())
                        .get("text")
                        .stringValue())
                .contains("فعال نبود");
    }

    @Test
    void S7_3_S7_4_S7_14_aSimplePinBeginsNothingAndAGoodOneBelongsToTheKey() throws Exception {
        CardNumber card = DemonstrationPeople.LALEH.card();
        int seen = people.messages(DemonstrationPeople.LALEH.mobile());
        JsonNode weak = JSON.readTree(act(action(card, "1-1", Map.of("mobileConfirmed", true, "pin", "12345678")))
                .body());
        assertThat(weak.get("result").stringValue()).isEqualTo("AGAIN");
        assertThat(weak.get("text").stringValue()).contains("پشت سر هم");
        assertThat(result(act(action(card, "1-1", Map.of("mobileConfirmed", true, "pin", "۲۸۴۰۶۱۹۳")))))
                .isEqualTo("DONE");

        String code = codeSms(DemonstrationPeople.LALEH, seen);
        TestPhone phone = new TestPhone(URI.create("http://localhost:" + port));
        assertThat(phone.claimByCard(card.digits(), "SECOND", code, "Galaxy").status())
                .isEqualTo(200);
        phone.typePin("28406193");
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "5028060000003310, 6037990000003422",
        "6037990000003646, 6037990000003646",
        "6221060000004303, 6221060000004303"
    })
    void case6_giftExpiredAndBlockedCardsGetNothing(String ignored, String number) throws Exception {
        CardNumber card = CardNumber.of(number);
        assertThat(offer(card).get("refusal").stringValue()).isNotBlank();
        assertThat(offer(card).get("menu")).isEmpty();
        String entry = number.startsWith("622106") ? "1-1" : MELLI_SECOND;
        assertThat(result(act(action(
                        card, entry, Map.of("mobile", "09120001005", "mobileConfirmed", true, "pin", "28406193")))))
                .isEqualTo("REFUSED");
    }

    @Test
    void case6_aFrozenPasswordGetsNothingUntilItsOwnerUnfreezesIt() throws Exception {
        CardNumber card = DemonstrationPeople.ARASH.card();
        long id = directory.find(card).orElseThrow().card().value();
        jdbc.sql("update card_password set state = 'DYNAMIC', frozen_at = utc_timestamp(3) where card_id = :id")
                .param("id", id)
                .update();
        try {
            for (String entry : List.of("1-1-1", "2-2", MELLAT_SMS, MELLAT_SMS_OFF)) {
                assertThat(result(act(action(card, entry, Map.of("mobileConfirmed", true)))))
                        .isEqualTo("REFUSED");
            }
        } finally {
            jdbc.sql("update card_password set state = 'STATIC', frozen_at = null where card_id = :id")
                    .param("id", id)
                    .update();
        }
    }

    @Test
    void S13_1_theSmsOfNoorIsSwitchedOnAtItsAtmAndPaysOnTheSameNumber() throws Exception {
        DemonstrationPerson person = DemonstrationPeople.PARVANEH;
        CardNumber card = person.cardOf("507677");
        act(action(card, "2-2", Map.of()));
        askForAPayment(card);
        assertThat(codeWithinAMoment(person)).as("before the ATM").isEmpty();

        assertThat(result(
                        act(action(card, "2-1", Map.of("mobile", person.mobile().national())))))
                .isEqualTo("DONE");
        people.forgetWaits();
        askForAPayment(card);
        await().until(() -> code(person).isPresent());
        String code = code(person).orElseThrow();
        assertThat(verifications.verify("noor", payment(card, code))).isEqualTo(Verdict.ACCEPTED);
        assertThat(verifications.verify("noor", payment(card, code))).isEqualTo(Verdict.REFUSED);

        assertThat(result(act(action(card, "2-2", Map.of())))).isEqualTo("DONE");
        people.forgetWaits();
        askForAPayment(card);
        assertThat(codeWithinAMoment(person)).as("after it was switched off").isEmpty();
    }

    /** A press on a payment page. */
    private void askForAPayment(CardNumber card) {
        jdbc.sql("delete from simulator_inbox").update();
        requests.ask(
                "noor",
                new PaymentCodeRequest(
                        UUID.randomUUID().toString(), card, Optional.empty(), NOORS_PAYMENT, "فروشگاه", "PSP"));
    }

    /** Waits a little for what must not come. */
    private Optional<String> codeWithinAMoment(DemonstrationPerson person) throws InterruptedException {
        for (int i = 0; i < 50 && code(person).isEmpty(); i++) {
            Thread.sleep(Duration.ofMillis(100));
        }
        return code(person);
    }

    private Optional<String> code(DemonstrationPerson person) {
        return inbox.of(person.mobile(), 5).stream()
                .map(sms -> Pattern.compile("(?<=رمز: )[0-9]+").matcher(sms.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static VerificationRequest payment(CardNumber card, String code) {
        return new VerificationRequest(UUID.randomUUID().toString(), card, PasswordKind.SECOND, code, NOORS_PAYMENT);
    }
}
