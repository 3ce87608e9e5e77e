package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activation in every way, from the QR code to the proven code. */
@PortalIT
class ActivationIT extends ActivationScene {
    @Test
    void S12_4_theQrAloneIsProvenInThePortalAndTheStaticPasswordEndsOnlyThen() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
        assertThat(activations.prove(customer.id(), activation.id(), wrong())).isEqualTo(new ProofOutcome.Wrong(4));
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);

        String code = phone.code(clock.instant());
        assertThat(activations.prove(customer.id(), activation.id(), code))
                .isInstanceOfSatisfying(
                        ProofOutcome.Proven.class,
                        proven -> assertThat(proven.staticDisabled()).isTrue());
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        assertThat(activations.prove(customer.id(), activation.id(), code))
                .isEqualTo(new ProofOutcome.Over(ActivationState.PROVEN));
        TokenKey live = tokens.live(card, PasswordKind.SECOND).getFirst();
        long step = live.match(code, clock.instant(), 1).orElseThrow();
        assertThat(tokens.claimStep(live.id(), step, 0, clock.instant())).isFalse();
    }

    @Test
    void S8_5_aScannedQrSendsACodeAndTheFirstPhoneWithItGetsTheKey() throws Exception {
        CardId card = card(SHAHR, "shahr");
        int seen = people.messages(customer.mobile());
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS);
        assertThat(activation.message()).isEqualTo(ActivationMessage.AFTER_SCAN);
        assertThat(activations.resend(customer.id(), activation.id())).isInstanceOf(ResendOutcome.Nothing.class);
        phone.scan(take(activation).link());
        assertThat(phone.claim("12345678", "early").status()).isEqualTo(410);
        assertThat(phone.reportScan().body().get("codeNeeded").booleanValue()).isTrue();
        assertThat(phone.reportScan().status()).isEqualTo(200);
        String text = people.text(customer.mobile(), seen);
        assertThat(people.messages(customer.mobile())).isEqualTo(seen + 1);
        String code = text.lines().toList().getLast();
        assertThat(activations
                        .underWay(customer.id(), card, PasswordKind.SECOND)
                        .map(Activation::message))
                .contains(ActivationMessage.SENDABLE);
        assertThat(activations.resend(customer.id(), activation.id())).isNotInstanceOf(ResendOutcome.Nothing.class);

        TestPhone.Answer refused = phone.claim(wrongLike(code), "Pixel 9");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("triesLeft").intValue()).isEqualTo(4);

        List<TestPhone> phones = new ArrayList<>(List.of(phone));
        for (int i = 0; i < 7; i++) {
            TestPhone other = new TestPhone(URI.create("http://localhost:" + port));
            other.readSameAs(phone);
            phones.add(other);
        }
        List<Integer> statuses = together(phones.stream()
                .<Callable<Integer>>map(
                        each -> () -> each.claim(code, "Pixel 9").status())
                .toList());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        TestPhone winner = phones.get(statuses.indexOf(200));
        assertThat(winner.claim("00000000", "again").status()).isEqualTo(200);

        TestPhone.Answer proven = winner.prove(winner.code(clock.instant()));
        assertThat(proven.status()).isEqualTo(200);
        assertThat(proven.headers().get("cache-control")).contains("no-store");
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        assertThat(tokens.of(customer.id(), card))
                .singleElement()
                .satisfies(token -> assertThat(token.label()).isEqualTo("Pixel 9"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void S1_14_theCodeOnTheScreenAndTheOneBySmsMakeTheKeyTypedOrScanned(boolean scanned) {
        CardId card = card(MELLI, "melli");
        int seen = people.messages(customer.mobile());
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.SCREEN_AND_SMS);
        QrHandover handover = take(activation);
        String part = people.text(customer.mobile(), seen).lines().toList().getLast();
        if (scanned) {
            phone.scan(handover.link());
            phone.typeSecondPart(part);
        } else {
            phone.typeBothParts(
                    handover.typed().orElseThrow(), part, true, activation.digits(), activation.periodSeconds());
        }
        assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                .isInstanceOf(ProofOutcome.Proven.class);
    }

    @Test
    void anyAuthenticatorWorksAndTheFirstPasswordLeavesItsPinAlive() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.FIRST, ActivationWay.STANDARD_QR);
        phone.scan(take(activation).link());
        assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                .isInstanceOfSatisfying(
                        ProofOutcome.Proven.class,
                        proven -> assertThat(proven.staticDisabled()).isFalse());
        assertThat(passwords.status(card, PasswordKind.SECOND).state()).isEqualTo(PasswordState.STATIC);
    }

    @Test
    void anOpenPageHearsEveryStepAndIsForgottenAtTheEnd() throws Exception {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        BlockingQueue<ActivationState> heard = new LinkedBlockingQueue<>();
        int before = changes.listeners();
        Subscription closed = activations.onChange(customer.id(), activation.id(), state -> {});
        activations.onChange(customer.id(), activation.id(), heard::add);
        closed.close();
        assertThat(heard.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ActivationState.PREPARED);
        phone.scan(take(activation).link());
        assertThat(heard.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ActivationState.SHOWN);
        // As another node would: the row alone changes.
        jdbc.sql("update activation set state = 'SCANNED' where id = :id")
                .param("id", activation.id().value())
                .update();
        assertThat(heard.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ActivationState.SCANNED);
        activations.prove(customer.id(), activation.id(), phone.code(clock.instant()));
        assertThat(heard.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ActivationState.PROVEN);
        Thread.sleep(200);
        assertThat(changes.listeners()).isEqualTo(before);
    }

    @Test
    void S9_10_deletingATokenMakesThePasswordStaticAgainAndItsCodesWorthless() {
        CardId card = card(MELLI, "melli");
        TokenId token = activate(card);
        assertThat(tokens.delete(customer.id(), token)).isEqualTo(new DeleteOutcome.Deleted(card, PasswordKind.SECOND));
        assertThat(tokens.delete(customer.id(), token)).isEqualTo(new DeleteOutcome.Unknown());
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
    }
}
