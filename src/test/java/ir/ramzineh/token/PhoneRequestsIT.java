package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.TestPhoneCalls;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A phone speaks for its token with nothing but its key; what is not exactly its own word counts for nothing. */
@PortalIT
class PhoneRequestsIT extends PhoneScene {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @Test
    void S5_5_theCardPageOfTheAppShowsWhatHoldsAtTheBank() {
        CardId card = card("610433", "mellat");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.STANDARD_QR);
        TestPhone anyAuthenticator = new TestPhone(portal());
        anyAuthenticator.scan(take(activation).link());
        activations.prove(customer.id(), activation.id(), anyAuthenticator.code(clock.instant()));
        TestPhoneCalls phone = new TestPhoneCalls(portal(), anyAuthenticator.keyInHex(), TestPhoneCalls.newDevice());

        TestPhone.Answer answer = phone.send(phone.state(clock.instant()));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.headers().get("cache-control")).contains("no-store");
        JsonNode state = answer.body();
        assertThat(state.get("issuer").stringValue()).isEqualTo("mellat");
        assertThat(state.get("password").stringValue()).isEqualTo("SECOND");
        assertThat(state.get("deviceName").stringValue()).isEqualTo("Pixel 9");
        assertThat(state.get("digits").intValue()).isEqualTo(8);
        assertThat(state.get("pinDigits").intValue()).isZero();
        assertThat(state.get("lastUsedAt").isNull()).isTrue();
        assertThat(state.get("newPhoneFrom").isNull()).isTrue();
        assertThat(state.get("boundCodes").get("livesSeconds").get(1).intValue())
                .isEqualTo(120);
        JsonNode first = state.get("passwords").get(0);
        JsonNode second = state.get("passwords").get(1);
        assertThat(first.get("state").stringValue()).isEqualTo("STATIC");
        assertThat(first.get("staticWorks").booleanValue()).isTrue();
        assertThat(second.get("state").stringValue()).isEqualTo("DYNAMIC");
        assertThat(second.get("staticWorks").booleanValue()).isFalse();
        assertThat(second.get("frozen").booleanValue()).isFalse();
        assertThat(second.get("channels").get(0).stringValue()).isEqualTo("APP");

        jdbc.sql("update card_password set frozen_at = utc_timestamp(3), amount_cap = 5000000"
                        + " where card_id = :card and kind = 'SECOND'")
                .param("card", card.value())
                .update();
        JsonNode frozen =
                phone.send(phone.state(clock.instant())).body().get("passwords").get(1);
        assertThat(frozen.get("frozen").booleanValue()).isTrue();
        assertThat(frozen.get("capRial").longValue()).isEqualTo(5_000_000);
    }

    @Test
    void whatIsAlteredOnTheWayCountsForNothing() {
        TestPhoneCalls phone = active(card(MELLI, "melli"), "Pixel 9");
        TestPhoneCalls other = active(card(MELLI, "melli"), "Nokia");
        Instant now = clock.instant();
        String deletion = phone.delete(now).path();

        List<TestPhoneCalls.Call> altered = List.of(
                phone.state(now).with(phone.state(now).body().replace("Pixel", "Pixie")),
                phone.state(now).to(deletion),
                phone.state(now).to(other.state(now).path()),
                phone.state(now).at(Long.toString(now.toEpochMilli() + 1)),
                phone.state(now).at("0" + now.getEpochSecond() + "000"),
                phone.state(now).at("now"),
                phone.state(now).signed(""),
                phone.state(now).signed("A".repeat(43)),
                phone.state(now).signed(other.state(now).mac()),
                other.state(now).to(phone.state(now).path()),
                new TestPhoneCalls(portal(), "00".repeat(32), phone.device()).state(now));

        assertThat(altered).allSatisfy(call -> assertThat(caller(call)).isEmpty());
        assertThat(caller(phone.state(clock.instant()))).isPresent();
    }

    @Test
    void anUnknownADeadAndAnAlteredOneGetTheSameAnswerWithTheTimeInIt() {
        TestPhoneCalls phone = active(card(MELLI, "melli"), "Pixel 9");
        CardId card = card(MELLI, "melli");
        TestPhoneCalls dead = active(card, "Nokia");
        tokens.delete(customer.id(), tokens.of(customer.id(), card).getFirst().id());
        TestPhoneCalls nobody = new TestPhoneCalls(portal(), "00".repeat(32), phone.device());
        clock.hold();
        Instant now = clock.instant();

        List<TestPhone.Answer> answers = List.of(
                phone.send(phone.state(now).with("{}")),
                phone.send(phone.state(now.minus(TWO_MINUTES.plusSeconds(2)))),
                phone.send(phone.state(now).signed("A".repeat(43)).with("no json")),
                dead.send(dead.state(now)),
                nobody.send(nobody.state(now)));

        assertThat(answers).extracting(TestPhone.Answer::status).containsOnly(401);
        assertThat(answers)
                .extracting(answer -> answer.body().toString())
                .satisfies(bodies -> assertThat(bodies.stream()
                                .map(body -> body.replaceAll("\"instance\":\"[^\"]*\"", ""))
                                .distinct())
                        .hasSize(1));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                Duration.between(date(answer), clock.instant()).abs())
                        .isLessThan(Duration.ofSeconds(5)));
    }

    @Test
    void aPhoneWhoseClockIsWrongFindsItsWayByTheTimeInTheRefusal() {
        TestPhoneCalls phone = active(card(MELLI, "melli"), "Pixel 9");
        clock.advance(Duration.ofMinutes(17));
        Instant wrongClock = clock.instant().minus(Duration.ofMinutes(17));
        TestPhone.Answer refused = phone.send(phone.state(wrongClock));
        assertThat(refused.status()).isEqualTo(401);
        Duration off = Duration.between(wrongClock, date(refused));
        assertThat(phone.send(phone.state(wrongClock.plus(off))).status()).isEqualTo(200);
    }

    @Test
    void aRequestCountsOnceHoweverOftenAndAtOnceItIsSent() throws Exception {
        TestPhoneCalls phone = active(card(MELLI, "melli"), "Pixel 9");
        TestPhoneCalls.Call call = phone.state(clock.instant());
        List<Optional<PhoneCaller>> callers = crowd(Collections.nCopies(64, () -> caller(call)));
        assertThat(callers).filteredOn(Optional::isPresent).hasSize(1);
        expiry.tidyUp();
        assertThat(caller(call)).isEmpty();
        clock.advance(PhoneTokens.memory().plusSeconds(1));
        expiry.tidyUp();
        // Forgotten by now, and too old to be of use.
        assertThat(caller(call)).isEmpty();
    }

    @Test
    void twoMinutesOffAreForgivenAndNoMore() {
        TestPhoneCalls phone = active(card(MELLI, "melli"), "Pixel 9");
        clock.hold();
        assertThat(caller(phone.state(clock.instant().minus(TWO_MINUTES).plusSeconds(3))))
                .isPresent();
        assertThat(caller(phone.state(clock.instant().plus(TWO_MINUTES)))).isPresent();
        assertThat(caller(phone.state(clock.instant().minus(TWO_MINUTES).minusSeconds(2))))
                .isEmpty();
        assertThat(caller(phone.state(clock.instant().plus(TWO_MINUTES).plusSeconds(3))))
                .isEmpty();
    }

    @Test
    void aFlippedBitInTheKeyOfTheRowRefusesLikeAWrongCode() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls phone = active(card, "Pixel 9");
        jdbc.sql("update token set key_sealed = concat(left(key_sealed, 20), reverse(substr(key_sealed, 21)))"
                        + " where card_id = :card")
                .param("card", card.value())
                .update();
        assertThat(caller(phone.state(clock.instant()))).isEmpty();
    }

    @Test
    void aBrokenBodyIsNamedOnlyToWhoHasTheKey() {
        TestPhoneCalls phone = active(card(MELLI, "melli"), "Pixel 9");
        TestPhone.Answer malformed =
                phone.send(phone.call("state", clock.instant(), Map.of("device", "short", "deviceName", "x")));
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.body().get("field").stringValue()).isEqualTo("device");
        TestPhone.Answer point = phone.send(phone.move(clock.instant(), "B".repeat(87), "x"));
        assertThat(point.status()).isEqualTo(400);
        assertThat(point.body().get("field").stringValue()).isEqualTo("publicKey");
    }

    @Test
    void S10_17_thePhoneGivesItsTokenBackAndThePasswordIsStaticAgain() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls phone = active(card, "Pixel 9");
        TestPhone.Answer answer = phone.send(phone.delete(clock.instant()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("staticAgain").booleanValue()).isTrue();
        assertThat(answer.body().get("channels").isEmpty()).isTrue();
        assertThat(living(card)).isZero();
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
        assertThat(phone.send(phone.delete(clock.instant())).status()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'token.deleted' and card_id = :card")
                        .param("card", card.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from notice where customer_id = :id and kind = 'token.deleted.second'")
                        .param("id", customer.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void phonesOfTokensProvenBeforePhonesHadNamesAreRecognisedLater() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls phone = active(card, "Pixel 9");
        jdbc.sql("update token set phone_name_hash = null where card_id = :card")
                .param("card", card.value())
                .update();
        assertThat(caller(phone.state(clock.instant()))).isEmpty();
        expiry.tidyUp();
        assertThat(caller(phone.state(clock.instant()))).isPresent();
    }

    private static Instant date(TestPhone.Answer answer) {
        return ZonedDateTime.parse(answer.headers().get("date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
