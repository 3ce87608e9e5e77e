package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.PinRule;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Activation that begins at an ATM, by every way of the banks, and how its phones get their keys. */
@PortalIT
class AtmActivationIT extends ActivationScene {
    private static final Actor ATM = new Actor.Channel("atm");
    private static final String MELLAT = "610433";
    private static final String PARSIAN = "622106";
    private static final String MASKAN = "628023";
    private static final String NOOR = "507677";

    @Autowired
    private AtmActivations atm;

    @Autowired
    private Editions editions;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void S3_5_S3_6_S3_7_eightDigitsOnTheReceiptAnd114SignsBySmsMakeTheKeyOffline() throws Exception {
        CardId card = card(MELLI, "melli");
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.RECEIPT_AND_SMS);
        assertThat(given.receipt()).matches("[0-9]{4} [0-9]{4}");
        assertThat(given.sms()).hasSize(114);

        phone.typeBothParts(given.receipt(), given.sms(), true, 7, 60);
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
        assertThat(proveAtTheAtm(card, phone.code(clock.instant()))).isInstanceOf(ProofOutcome.Proven.class);
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
    }

    @Test
    void S14_6_noorSplitsOtherwiseAndThePhoneProvesByANameThatItComputes() throws Exception {
        CardId card = card(NOOR, "noor");
        Given given = begin(card, PasswordKind.FIRST, ActivationWay.RECEIPT_AND_SMS);
        assertThat(given.receipt()).matches("[0-9A-Z]{4} [0-9A-Z]{4}");
        assertThat(given.sms()).hasSize(120);

        phone.typeBothParts(given.receipt(), given.sms(), false, 6, 60);
        phone.nameByKey();
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
        assertThat(passwords.status(card, PasswordKind.FIRST).state()).isEqualTo(PasswordState.DYNAMIC);
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
    }

    @Test
    void onePartAloneMakesAnotherKey() throws Exception {
        CardId card = card(MELLI, "melli");
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.RECEIPT_AND_SMS);
        Given other = begin(card(MELLI, "melli"), PasswordKind.SECOND, ActivationWay.RECEIPT_AND_SMS);
        phone.typeBothParts(other.receipt(), given.sms(), true, 7, 60);

        assertThat(proveAtTheAtm(card, phone.code(clock.instant()))).isInstanceOf(ProofOutcome.Wrong.class);
        phone.nameByKey();
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(410);
    }

    @Test
    void S9_4_S9_9_S10_10_theSerialOnTheReceiptAndTheSmsCodeBringTheKey() throws Exception {
        CardId card = card(MASKAN, "maskan");
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SERIAL_AND_SMS);
        assertThat(given.receipt()).matches("[0-9]{4} [0-9]{4} [0-9]{4}");
        assertThat(given.text()).contains("https://app.bank-maskan.example");

        assertThat(phone.claimBySerial(given.receipt(), given.sms(), "Nokia").status())
                .isEqualTo(200);
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
    }

    @Test
    void case9_aWrongSerialAWrongCodeAndAStrangersCardGetOneAnswer() throws Exception {
        CardNumber number = number(MELLAT);
        CardId card = card(number, "mellat");
        Given serial = begin(card(MASKAN, "maskan"), PasswordKind.SECOND, ActivationWay.SERIAL_AND_SMS);
        Given code = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);

        List<TestPhone.Answer> refused = List.of(
                phone.claimBySerial("111122223333", serial.sms(), "x"),
                phone.claimBySerial(serial.receipt(), wrongLike(serial.sms()), "x"),
                phone.claimByCard(number.digits(), "SECOND", wrongLike(code.sms()), "x"),
                phone.claimByCard(number.digits(), "FIRST", code.sms(), "x"),
                phone.claimByCard(number(MELLAT).digits(), "SECOND", code.sms(), "x"));

        assertThat(refused).extracting(TestPhone.Answer::status).containsOnly(422);
        assertThat(refused.stream()
                        .map(each -> each.body().get("detail").stringValue())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void S4_5_S4_6_theCodeAloneClaimsForADayAndOnePhoneWins() throws Exception {
        CardNumber number = number(MELLAT);
        CardId card = card(number, "mellat");
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        List<TestPhone> candidates =
                List.of(phone, new TestPhone(portal()), new TestPhone(portal()), new TestPhone(portal()));

        List<Integer> statuses = together(candidates.stream()
                .<java.util.concurrent.Callable<Integer>>map(
                        each -> () -> each.claimByCard(number.digits(), "SECOND", given.sms(), "Galaxy")
                                .status())
                .toList());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        Given late = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        clock.advance(Duration.ofHours(24));
        assertThat(phone.claimByCard(number.digits(), "SECOND", late.sms(), "Galaxy")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void S7_3_S7_11_aWrongPinGivesAWrongCodeAndNoHint() throws Exception {
        CardNumber number = number(PARSIAN);
        CardId card = card(number, "parsian");
        assertThat(setPin(card, "28406193")).isEqualTo(new PinOutcome.Set(false));
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        TestPhone.Answer claimed = phone.claimByCard(number.digits(), "SECOND", given.sms(), "Galaxy");
        assertThat(claimed.body().get("pinDigits").intValue()).isEqualTo(8);

        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(422);
        phone.typePin("28406194");
        assertThat(phone.code(clock.instant())).hasSize(7);
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(422);
        phone.typePin("28406193");
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
    }

    @Test
    void S7_14_aNewPinHoldsAtOnceAndTheOldOneNoMore() throws Exception {
        CardNumber number = number(PARSIAN);
        CardId card = card(number, "parsian");
        setPin(card, "28406193");
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        phone.claimByCard(number.digits(), "SECOND", given.sms(), "Galaxy");
        phone.typePin("28406193");
        phone.prove(phone.code(clock.instant()));
        assertThat(setPin(card, "71520864")).isEqualTo(new PinOutcome.Set(true));

        TokenKey live = tokens.live(card, PasswordKind.SECOND).getFirst();
        String withOld = phone.code(clock.instant());
        phone.typePin("71520864");
        assertThat(live.match(phone.code(clock.instant()), clock.instant(), 0)).isPresent();
        assertThat(live.match(withOld, clock.instant(), 0)).isEmpty();
    }

    @Test
    void S7_4_aSimplePinIsRefusedAndABankWithoutPinsHasNone() {
        CardId card = card(PARSIAN, "parsian");
        assertThat(setPin(card, "12345678")).isEqualTo(new PinOutcome.Weak(PinRule.Broken.RUN));
        assertThat(setPin(card, "11111840")).isEqualTo(new PinOutcome.Weak(PinRule.Broken.SAME_DIGIT));
        assertThat(atm.hasPin(card)).isFalse();
        assertThat(setPin(card(MELLI, "melli"), "28406193")).isEqualTo(new PinOutcome.NotOffered());
    }

    @Test
    void case21_aFlippedBitInAPinOrItsLossMakesEveryCodeWrong() throws Exception {
        CardNumber number = number(PARSIAN);
        CardId card = card(number, "parsian");
        setPin(card, "28406193");
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        phone.claimByCard(number.digits(), "SECOND", given.sms(), "Galaxy");
        phone.typePin("28406193");
        phone.prove(phone.code(clock.instant()));
        assertThat(tokens.live(card, PasswordKind.SECOND)).hasSize(1);

        jdbc.sql("update token_pin set pin_sealed = concat(left(pin_sealed, 20), reverse(substr(pin_sealed, 21)))"
                        + " where card_id = :card")
                .param("card", card.value())
                .update();
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
        jdbc.sql("delete from token_pin where card_id = :card")
                .param("card", card.value())
                .update();
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
    }

    @Test
    void S4_7_S4_8_S4_9_S6_2_bothEditionsLiveSideBySideAndTheLastOneEndsTheDynamicPassword() throws Exception {
        CardNumber number = number(MELLAT);
        CardId card = card(number, "mellat");
        assertThat(inTransaction(() ->
                        editions.activate(customer.id(), card, PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN, ATM)))
                .isTrue();
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        phone.claimByCard(number.digits(), "SECOND", given.sms(), "Galaxy");
        phone.prove(phone.code(clock.instant()));
        assertThat(editions.of(card, PasswordKind.SECOND)).isEqualTo(Set.of(CodeChannel.APP, CodeChannel.SMS_TEXT_IN));

        assertThat(off(card, CodeChannel.APP)).isEqualTo(new EditionOutcome.Off(false));
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        assertThat(off(card, CodeChannel.APP)).isEqualTo(new EditionOutcome.WasOff());
        assertThat(off(card, CodeChannel.SMS_TEXT_IN)).isEqualTo(new EditionOutcome.Off(true));
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
    }

    @Test
    void whatWasActivatedBeforeALockIsNotThereAfterTheNextActivation() throws Exception {
        CardNumber number = number(MELLAT);
        CardId card = card(number, "mellat");
        inTransaction(() -> editions.activate(customer.id(), card, PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN, ATM));
        jdbc.sql("update card_password set state = 'LOCKED' where card_id = :card and kind = 'SECOND'")
                .param("card", card.value())
                .update();
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        phone.claimByCard(number.digits(), "SECOND", given.sms(), "Galaxy");
        phone.prove(phone.code(clock.instant()));

        assertThat(editions.of(card, PasswordKind.SECOND)).isEqualTo(Set.of(CodeChannel.APP));
    }

    @Test
    void deletingTheAppsTokenInThePortalLeavesTheSmsEditionAlive() throws Exception {
        CardNumber number = number(MELLAT);
        CardId card = card(number, "mellat");
        inTransaction(() -> editions.activate(customer.id(), card, PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN, ATM));
        Given given = begin(card, PasswordKind.SECOND, ActivationWay.SMS_CODE);
        phone.claimByCard(number.digits(), "SECOND", given.sms(), "Galaxy");
        phone.prove(phone.code(clock.instant()));
        TokenId token = tokens.of(customer.id(), card).getFirst().id();

        assertThat(tokens.delete(customer.id(), token)).isInstanceOf(DeleteOutcome.Deleted.class);

        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        assertThat(editions.of(card, PasswordKind.SECOND)).isEqualTo(Set.of(CodeChannel.SMS_TEXT_IN));
    }

    private record Given(String receipt, String sms, String text) {}

    private Given begin(CardId card, PasswordKind kind, ActivationWay way) throws Exception {
        people.forgetWaits();
        int seen = people.messages(customer.mobile());
        AtmStart start = inTransaction(() -> atm.start(customer.id(), card, kind, way, ATM));
        assertThat(start).isInstanceOf(AtmStart.Started.class);
        String text = people.text(customer.mobile(), seen);
        for (int i = 1; !text.contains("\n"); i++) {
            // News of what was done before came in between.
            text = people.text(customer.mobile(), seen + i);
        }
        String receipt = ((AtmStart.Started) start).receipt().orElse("");
        return new Given(receipt, text.lines().toList().get(1), text);
    }

    private ProofOutcome proveAtTheAtm(CardId card, String code) {
        return inTransaction(() -> atm.prove(customer.id(), card, PasswordKind.SECOND, code, ATM));
    }

    private PinOutcome setPin(CardId card, String pin) {
        return inTransaction(() -> atm.setPin(customer.id(), card, pin, ATM));
    }

    private EditionOutcome off(CardId card, CodeChannel channel) {
        return inTransaction(() -> editions.deactivate(customer.id(), card, PasswordKind.SECOND, channel, ATM));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private URI portal() {
        return URI.create("http://localhost:" + port);
    }
}
