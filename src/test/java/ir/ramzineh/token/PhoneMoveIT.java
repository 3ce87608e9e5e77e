package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.TestPhoneCalls;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A token moves to a new phone: whatever happens on the way, exactly one of the two lives (S10.12, S10.23). */
@PortalIT
class PhoneMoveIT extends PhoneScene {
    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Editions editions;

    @Test
    void S10_12_S10_23_theOldPhoneDiesWhenTheNewOneIsProvenAndNotBefore() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        TestPhone next = new TestPhone(portal());
        people.forgetWaits();

        TestPhone.Answer answer = old.send(old.move(clock.instant(), next.publicKey(), "Pixel 10"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        next.receive(answer.body());
        TestPhoneCalls fresh = new TestPhoneCalls(portal(), next.keyInHex(), TestPhoneCalls.newDevice());

        assertThat(messages("token.move-started")).isEqualTo(1);
        assertThat(notices("token.move-started")).isEqualTo(1);
        assertThat(caller(old.state(clock.instant()))).isPresent();
        assertThat(caller(fresh.state(clock.instant()))).isEmpty();
        assertThat(next.prove("0000000").status()).isIn(410, 422);
        assertThat(caller(old.state(clock.instant()))).isPresent();

        assertThat(next.prove(next.code(clock.instant()), fresh.device(), "ignored")
                        .status())
                .isEqualTo(200);
        assertThat(old.send(old.state(clock.instant())).status()).isEqualTo(401);
        TestPhone.Answer state = fresh.send(fresh.state(clock.instant()));
        assertThat(state.body().get("deviceName").stringValue()).isEqualTo("Pixel 10");
        assertThat(living(card)).isEqualTo(1);
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        assertThat(notices("password.activated.second")).isEqualTo(2);
    }

    @Test
    void theSameNewPhoneGetsTheSameKeyAgainAndAStrangerCannotOpenIt() {
        TestPhoneCalls old = active(card(MELLI, "melli"), "Pixel 9");
        TestPhone next = new TestPhone(portal());
        MoveOutcome first = move(old, next);
        String key = received(next, first).name();
        assertThat(received(next, move(old, next)).name()).isEqualTo(key);
        assertThatThrownBy(() -> received(new TestPhone(portal()), first)).hasMessageContaining("does not open");
    }

    @Test
    void ofTwoNewPhonesTheOneThatWasAskedForLastWins() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        TestPhone one = new TestPhone(portal());
        TestPhone two = new TestPhone(portal());
        TestPhoneCalls first = received(one, move(old, one));
        TestPhoneCalls second = received(two, move(old, two));

        assertThat(proven(one, first, "one")).isInstanceOf(ProofOutcome.Over.class);
        assertThat(caller(old.state(clock.instant()))).isPresent();
        assertThat(proven(two, second, "two")).isInstanceOf(ProofOutcome.Proven.class);
        assertThat(caller(second.state(clock.instant()))).isPresent();
        assertThat(living(card)).isEqualTo(1);
    }

    @Test
    void of64MovesAtOnceAtMostOneCanBeProvenAndOneTokenLives() throws Exception {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        DeviceId device = new DeviceId(old.device());
        PhoneCaller caller = known(old);
        List<TestPhone> phonesToBe = new ArrayList<>();
        List<Callable<MoveOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            TestPhone next = new TestPhone(portal());
            phonesToBe.add(next);
            calls.add(() -> ((PhoneOutcome.Done<MoveOutcome>)
                            phoneTokens.move(caller, device, next.publicKey(), "Pixel 10"))
                    .answer());
        }
        List<MoveOutcome> moves = crowd(calls);
        assertThat(moves).filteredOn(MoveOutcome.Ready.class::isInstance).hasSizeBetween(1, 19);
        assertThat(moves).allMatch(move -> move instanceof MoveOutcome.Ready || move instanceof MoveOutcome.Wait);

        List<Callable<ProofOutcome>> proofs = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i) instanceof MoveOutcome.Ready ready) {
                TestPhone next = phonesToBe.get(i);
                TestPhoneCalls fresh = received(next, ready);
                proofs.add(() -> proven(next, fresh, "new"));
                proofs.add(() -> proven(next, fresh, "new"));
            }
        }
        List<ProofOutcome> outcomes = crowd(proofs);
        assertThat(outcomes).filteredOn(ProofOutcome.Proven.class::isInstance).hasSize(1);
        assertThat(living(card)).isEqualTo(1);
        assertThat(caller(old.state(clock.instant()))).isEmpty();
        assertThat(jdbc.sql("select count(*) from token where card_id = :card and key_sealed is not null")
                        .param("card", card.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void killedInTheMiddleTheOldPhoneLives() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        TestPhone next = new TestPhone(portal());
        TestPhoneCalls fresh = received(next, move(old, next));
        // As if the node died after the proof was looked at and before it was kept.
        transaction.executeWithoutResult(status -> {
            assertThat(proven(next, fresh, "Pixel 10")).isInstanceOf(ProofOutcome.Proven.class);
            status.setRollbackOnly();
        });
        assertThat(living(card)).isEqualTo(1);
        assertThat(caller(old.state(clock.instant()))).isPresent();
        assertThat(caller(fresh.state(clock.instant()))).isEmpty();

        assertThat(proven(next, fresh, "Pixel 10")).isInstanceOf(ProofOutcome.Proven.class);
        assertThat(living(card)).isEqualTo(1);
        assertThat(caller(fresh.state(clock.instant()))).isPresent();
    }

    @Test
    void aMoveEndsAfterTenMinutes() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        TestPhone next = new TestPhone(portal());
        TestPhoneCalls fresh = received(next, move(old, next));
        clock.advance(Duration.ofMinutes(10));
        assertThat(proven(next, fresh, "late")).isInstanceOf(ProofOutcome.Over.class);
        assertThat(caller(old.state(clock.instant()))).isPresent();
        expiry.tidyUp();
        assertThat(living(card)).isEqualTo(1);
    }

    @Test
    void S7_13_aMoveDoesNotOutliveATokenThatWasDeletedOrLockedMeanwhile() {
        for (boolean otherEdition : new boolean[] {false, true}) {
            CardId card = card("610433", "mellat");
            TestPhoneCalls old = viaStandardQr(card);
            if (otherEdition) {
                transaction.executeWithoutResult(status -> editions.activate(
                        customer.id(), card, PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN, new Actor.Channel("atm")));
            }
            TestPhone next = new TestPhone(portal());
            TestPhoneCalls fresh = received(next, move(old, next));
            tokens.delete(
                    customer.id(), tokens.of(customer.id(), card).getFirst().id());

            assertThat(proven(next, fresh, "Pixel 10")).isEqualTo(new ProofOutcome.Over(ActivationState.CANCELLED));
            assertThat(living(card)).isZero();
            assertThat(state(card)).isEqualTo(otherEdition ? PasswordState.DYNAMIC : PasswordState.STATIC);
        }
    }

    @Test
    void aFrozenCardGetsNoNewKeyAndSaysWhy() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        jdbc.sql("update card_password set frozen_at = utc_timestamp(3) where card_id = :card")
                .param("card", card.value())
                .update();
        TestPhone.Answer answer = old.send(old.move(clock.instant(), new TestPhone(portal()).publicKey(), "Pixel 10"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("reason").stringValue()).isEqualTo("frozen");
    }

    @Test
    void theOldPhonesOwnerAloneMovesIt() {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        TestPhoneCalls other = active(card(MELLI, "melli"), "Nokia");
        TestPhone next = new TestPhone(portal());
        TestPhoneCalls.Call good = old.move(clock.instant(), next.publicKey(), "Pixel 10");
        assertThat(caller(good.with(good.body().replace("Pixel 10", "Pixel 11"))))
                .isEmpty();
        assertThat(caller(other.move(clock.instant(), next.publicKey(), "x").to(good.path())))
                .isEmpty();
        assertThat(phoneTokens.move(known(old), new DeviceId(TestPhoneCalls.newDevice()), next.publicKey(), "Pixel 10"))
                .isInstanceOf(PhoneOutcome.Held.class);
        assertThat(jdbc.sql("select count(*) from activation where card_id = :card and way = 'MOVE'")
                        .param("card", card.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private TestPhoneCalls viaStandardQr(CardId card) {
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.STANDARD_QR);
        TestPhone fresh = new TestPhone(portal());
        fresh.scan(take(activation).link());
        assertThat(activations.prove(customer.id(), activation.id(), fresh.code(clock.instant())))
                .isInstanceOf(ProofOutcome.Proven.class);
        return new TestPhoneCalls(portal(), fresh.keyInHex(), TestPhoneCalls.newDevice());
    }

    private int notices(String kind) {
        Map<String, Object> row = jdbc.sql("select count(*) n from notice where customer_id = :id and kind = :kind")
                .param("id", customer.id().value())
                .param("kind", kind)
                .query()
                .singleRow();
        return ((Number) row.getOrDefault("n", -1)).intValue();
    }
}
