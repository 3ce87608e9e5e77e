package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.TestPhoneCalls;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One device for each token, be it an app or a page (S10.23, S10.24), and what its owner alone is told. */
@PortalIT
class PhoneDeviceIT extends PhoneScene {
    private static final Duration DAY = Duration.ofHours(24);

    @Autowired
    private NewPhones newPhones;

    @Test
    void S10_23_aCopyOfTheKeyIsToldWhichDeviceHoldsTheTokenAndGetsNothingElse() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls phone = active(card, "Pixel 9");
        TestPhoneCalls copy = new TestPhoneCalls(portal(), keyOf(card), TestPhoneCalls.newDevice());

        TestPhone.Answer held = copy.send(copy.state(clock.instant()));
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.body().get("heldBy").get("deviceName").stringValue()).isEqualTo("Pixel 9");
        assertThat(held.body().has("passwords")).isFalse();
        assertThat(copy.send(copy.delete(clock.instant())).status()).isEqualTo(409);
        assertThat(copy.send(copy.keep(clock.instant())).status()).isEqualTo(409);
        assertThat(phoneTokens.move(known(copy), new DeviceId(copy.device()), new TestPhone(portal()).publicKey(), "x"))
                .isInstanceOf(PhoneOutcome.Held.class);
        assertThat(phone.send(phone.state(clock.instant())).status()).isEqualTo(200);
        assertThat(living(card)).isEqualTo(1);
    }

    @Test
    void S10_24_ofManyDevicesThatSpeakAtOnceOneHoldsTheToken() throws Exception {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls first = active(card, "Pixel 9");
        jdbc.sql("update token set device_hash = null where card_id = :card")
                .param("card", card.value())
                .update();
        PhoneCaller caller = known(first);
        List<PhoneOutcome<PhoneState>> outcomes = crowd(Collections.nCopies(
                32, () -> phoneTokens.state(caller, new DeviceId(TestPhoneCalls.newDevice()), "page")));
        assertThat(outcomes).filteredOn(PhoneOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(PhoneOutcome.Held.class::isInstance).hasSize(31);
    }

    @Test
    void S10_23_theOwnerWithTheRightCodeLearnsWhichPhoneWasFirstAndAStrangerDoesNot() throws Exception {
        CardId card = card(SHAHR, "shahr");
        int seen = people.messages(customer.mobile());
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS);
        phone.scan(take(activation).link());
        phone.reportScan();
        String code = people.text(customer.mobile(), seen).lines().toList().getLast();
        TestPhone second = new TestPhone(portal());
        second.readSameAs(phone);

        TestPhone.Answer claimed = phone.claim(code, "Pixel 9");
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.body().get("heldBy").isNull()).isTrue();
        TestPhone.Answer stranger = second.claim(wrongLike(code), "x");
        assertThat(stranger.status()).isEqualTo(410);
        assertThat(stranger.body().toString()).doesNotContain("Pixel");
        TestPhone.Answer owner = second.claim(code, "Nokia");
        assertThat(owner.status()).isEqualTo(409);
        assertThat(owner.body().get("heldBy").get("deviceName").stringValue()).isEqualTo("Pixel 9");
        assertThat(owner.body().get("heldBy").get("activatedAt").isNull()).isTrue();
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
    }

    @Test
    void S10_24_aNewClaimNamesTheDeviceThatLosesTheTokenWithTheProof() throws Exception {
        CardId card = card(SHAHR, "shahr");
        TestPhone app = claimed(card, "Bank app on Nokia").phone();
        app.prove(app.code(clock.instant()));
        Claimed page = claimed(card, "Ramzna, Chrome on Android");
        assertThat(page.answer().body().get("heldBy").get("deviceName").stringValue())
                .isEqualTo("Bank app on Nokia");
        assertThat(page.answer().body().get("heldBy").get("activatedAt").isString())
                .isTrue();
        assertThat(living(card)).isEqualTo(1);
        page.phone().prove(page.phone().code(clock.instant()));
        assertThat(living(card)).isEqualTo(1);
        assertThat(tokens.of(customer.id(), card).getFirst().label()).isEqualTo("Ramzna, Chrome on Android");
    }

    @Test
    void S10_23_withoutTheOldPhoneANewOneWaitsAndBothChannelsAreTold() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        people.forgetWaits();

        Optional<Instant> from = wish(card);
        assertThat(from).isPresent();
        assertThat(Duration.between(clock.instant(), from.orElseThrow())).isBetween(DAY.minusSeconds(60), DAY);
        assertThat(wish(card))
                .hasValueSatisfying(again -> assertThat(Duration.between(again, from.orElseThrow()))
                        .as("told and kept to the millisecond")
                        .isLessThan(Duration.ofMillis(2)));
        assertThat(messages("token.new-phone-wished")).isEqualTo(1);
        assertThat(told("token.new-phone-wished")).isEqualTo(1);
        assertThat(old.send(old.state(clock.instant()))
                        .body()
                        .get("newPhoneFrom")
                        .isString())
                .isTrue();

        clock.advance(DAY);
        assertThat(wish(card)).isEmpty();
        TestPhoneCalls fresh = active(card, "Pixel 10");
        assertThat(caller(old.state(clock.instant()))).isEmpty();
        assertThat(caller(fresh.state(clock.instant()))).isPresent();
        assertThat(wish(card)).as("the next one waits anew").isPresent();
    }

    @Test
    void theOldPhoneMayObjectAndNothingElseIsAWayAroundTheWait() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        wish(card);
        clock.advance(DAY.minusMinutes(1));
        assertThat(old.send(old.keep(clock.instant())).body().get("kept").booleanValue())
                .isTrue();
        assertThat(old.send(old.keep(clock.instant())).body().get("kept").booleanValue())
                .isFalse();
        assertThat(told("token.new-phone-refused")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        assertThat(wish(card)).isPresent();

        tokens.delete(customer.id(), tokens.of(customer.id(), card).getFirst().id());
        assertThat(wish(card)).as("deleted in the portal").isPresent();
    }

    @Test
    void whatThePhoneItselfGaveBackLetsANewOneInAtOnce() {
        CardId card = card(MELLI, "melli");
        assertThat(wish(card)).as("the first phone").isEmpty();
        TestPhoneCalls old = active(card, "Pixel 9");
        assertThat(phoneTokens.delete(known(old), new DeviceId(old.device()))).isInstanceOf(PhoneOutcome.Done.class);
        assertThat(wish(card)).isEmpty();
    }

    private Optional<Instant> wish(CardId card) {
        return newPhones.waitUntil(customer.id(), card, PasswordKind.SECOND, DAY);
    }

    private int told(String kind) {
        return jdbc.sql("select count(*) from notice where customer_id = :id and kind = :kind")
                .param("id", customer.id().value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private record Claimed(TestPhone phone, TestPhone.Answer answer) {}

    private Claimed claimed(CardId card, String deviceName) throws Exception {
        people.forgetWaits();
        int seen = people.messages(customer.mobile());
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS);
        TestPhone fresh = new TestPhone(portal());
        fresh.scan(take(activation).link());
        fresh.reportScan();
        String text = people.text(customer.mobile(), seen);
        for (int i = 1; !text.contains("\n"); i++) {
            // News of what was done before came in between.
            text = people.text(customer.mobile(), seen + i);
        }
        TestPhone.Answer answer = fresh.claim(text.lines().toList().getLast(), deviceName);
        assertThat(answer.status()).isEqualTo(200);
        return new Claimed(fresh, answer);
    }

    /** The key of the active token, as a thief of the phone's storage would have it. */
    private String keyOf(CardId card) {
        return HexFormat.of()
                .formatHex(
                        tokens.live(card, PasswordKind.SECOND).getFirst().key().bytes());
    }
}
