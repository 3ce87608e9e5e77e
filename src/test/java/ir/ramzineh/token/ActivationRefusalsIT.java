package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an activation must withstand: races, wrong codes, ends of life, other people. */
@PortalIT
class ActivationRefusalsIT extends ActivationScene {
    @Test
    void aQrIsTakenOnceByWhoeverIsFirstAndNeverAfterItsLife() throws Exception {
        Activation activation = start(card(MELLI, "melli"), PasswordKind.SECOND, ActivationWay.QR);
        assertThat(activations.takeQr(
                        people.customer(PeopleFixtures.randomUserName()).id(), activation.id()))
                .isEmpty();
        List<Boolean> taken = together(Collections.nCopies(
                16, () -> activations.takeQr(customer.id(), activation.id()).isPresent()));
        assertThat(taken).filteredOn(each -> each).hasSize(1);

        Activation late = start(card(MELLI, "melli"), PasswordKind.SECOND, ActivationWay.QR);
        clock.advance(Duration.between(clock.instant(), late.visibleUntil()));
        assertThat(activations.takeQr(customer.id(), late.id())).isEmpty();
    }

    @Test
    void of16ProofsOfOneCodeOneCountsAndTheOlderTokenDies() throws Exception {
        CardId card = card(MELLI, "melli");
        TokenId old = activate(card);
        clock.advance(Duration.ofMinutes(3));
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .extracting(TokenKey::id)
                .containsExactly(old);
        String code = phone.code(clock.instant());
        List<ProofOutcome> outcomes =
                together(Collections.nCopies(16, () -> activations.prove(customer.id(), activation.id(), code)));
        assertThat(outcomes)
                .filteredOn(each -> each instanceof ProofOutcome.Proven)
                .hasSize(1);
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .singleElement()
                .satisfies(live -> assertThat(live.id()).isNotEqualTo(old));
    }

    @Test
    void wrongFirstCodesEndTheActivationAndLeaveEverythingElseAsItWas() throws Exception {
        CardId card = card(MELLI, "melli");
        TokenId old = activate(card);
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        String wrong = wrong();
        together(Collections.nCopies(32, () -> activations.prove(customer.id(), activation.id(), wrong)));
        assertThat(jdbc.sql("select proof_tries from activation where id = :id")
                        .param("id", activation.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                .isEqualTo(new ProofOutcome.Over(ActivationState.FAILED));
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .extracting(TokenKey::id)
                .containsExactly(old);
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
    }

    @Test
    void anExpiredActivationProvesNothingAndItsKeyIsDestroyed() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        clock.advance(Duration.between(clock.instant(), activation.expiresAt()));
        assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                .isEqualTo(new ProofOutcome.Over(ActivationState.EXPIRED));
        expiry.tidyUp();
        assertThat(jdbc.sql("select count(*) from token where card_id = :card and key_sealed is not null")
                        .param("card", card.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
    }

    @Test
    void ofTwoActivationsOfOnePasswordTheLaterLives() throws Exception {
        CardId card = card(MELLI, "melli");
        List<StartOutcome> started = together(Collections.nCopies(
                2, () -> activations.start(customer.id(), card, PasswordKind.SECOND, ActivationWay.QR)));
        assertThat(started).allMatch(each -> each instanceof StartOutcome.Started);
        assertThat(jdbc.sql("select state from activation where card_id = :card")
                        .param("card", card.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("PREPARED", "REPLACED");
    }

    @Test
    void case6_aCardThatTheBankStopsMeanwhileGetsNeitherQrNorToken() {
        CardId card = card(MELLI, "melli");
        Activation shown = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(shown).link());
        jdbc.sql("update card set active = false where id = :id")
                .param("id", card.value())
                .update();

        assertThat(activations.prove(customer.id(), shown.id(), phone.code(clock.instant())))
                .isInstanceOf(ProofOutcome.Over.class);
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
        assertThat(activations.find(customer.id(), shown.id()).orElseThrow().state())
                .isEqualTo(ActivationState.CANCELLED);

        jdbc.sql("update card set active = true where id = :id")
                .param("id", card.value())
                .update();
        Activation prepared = start(card, PasswordKind.SECOND, ActivationWay.QR);
        jdbc.sql("update card set active = false where id = :id")
                .param("id", card.value())
                .update();
        assertThat(activations.takeQr(customer.id(), prepared.id())).isEmpty();
    }

    @Test
    void somebodyElsesActivationAndCardDoNotExist() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        Customer stranger = people.customer(PeopleFixtures.randomUserName());
        assertThat(activations.find(stranger.id(), activation.id())).isEmpty();
        assertThat(activations.prove(stranger.id(), activation.id(), phone.code(clock.instant())))
                .isInstanceOf(ProofOutcome.Over.class);
        activations.cancel(stranger.id(), activation.id());
        assertThat(activations
                        .find(customer.id(), activation.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(ActivationState.SHOWN);
        assertThatThrownBy(() -> activations.start(stranger.id(), card, PasswordKind.SECOND, ActivationWay.QR))
                .isInstanceOf(CardNotFoundException.class);
    }

    @Test
    void theTablesHoldNothingThatThePhoneReads() {
        Activation activation = start(card(MELLI, "melli"), PasswordKind.SECOND, ActivationWay.STANDARD_QR);
        byte[] sealed = jdbc.sql("select handover_sealed from activation where id = :id")
                .param("id", activation.id().value())
                .query(byte[].class)
                .single();
        String secret = take(activation).typed().orElseThrow();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("otpauth", secret.replace(" ", ""));
        assertThat(jdbc.sql("select count(*) from activation where id = :id and handover_sealed is null")
                        .param("id", activation.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
