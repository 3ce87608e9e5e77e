package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Good codes of cards, passwords and keys that are not: refused, with the reason for the customer (security case 6). */
@PortalIT
class RefusedCardsIT {
    @Autowired
    private Verifications verifications;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private PlayedCard card;

    @BeforeEach
    void aCardWithAnAuthenticator() {
        card = PlayedCard.dynamic(jdbc, vault, ids);
    }

    @ParameterizedTest
    @CsvSource({
        "state = 'STATIC', NOT_DYNAMIC",
        "state = 'LOCKED', LOCKED",
        "frozen_at = utc_timestamp(3), FROZEN",
        "channels = '', CHANNEL_OFF"
    })
    void aGoodCodeInABadStateIsRefusedWithItsReasonAndCountsNothing(String assignment, Reason reason) {
        card.set(assignment);
        assertThat(verify(card.ask("b-" + card.id.value(), card.code(clock.instant()))))
                .isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(reason);
        assertThat(card.failedAttempts()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "product = 'GIFT' | GIFT_CARD",
                "active = false | CARD_NOT_USABLE",
                "expiry_year = 1400 | CARD_NOT_USABLE"
            })
    void S5_10_aGoodCodeOfAGiftCardAnExpiredOneOrAStoppedOneIsRefusedWithItsReason(String assignment, Reason reason) {
        jdbc.sql("update card set " + assignment + " where id = :id")
                .param("id", card.id.value())
                .update();
        assertThat(verify(card.ask("g-" + card.id.value(), card.code(clock.instant()))))
                .isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(reason);
        assertThat(card.failedAttempts()).isZero();
    }

    @Test
    void aFrozenPasswordTakesTheNextCodeAsSoonAsItIsThawed() {
        card.set("frozen_at = utc_timestamp(3)");
        String code = card.code(clock.instant());
        assertThat(verify(card.ask("h-" + card.id.value(), code))).isEqualTo(Verdict.REFUSED);
        card.set("frozen_at = null");
        assertThat(verify(card.ask("i-" + card.id.value(), code))).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void theCodeOfTheSecondPasswordIsNotGoodForTheFirst() {
        VerificationRequest second = card.ask("k-" + card.id.value(), card.code(clock.instant()));
        VerificationRequest first = new VerificationRequest(
                second.requestId(), card.number, PasswordKind.FIRST, second.code(), second.transaction());
        assertThat(verify(first)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.NOT_DYNAMIC);
    }

    @Test
    void anUnknownCardIsRefusedLikeAnyOther() {
        VerificationRequest known = card.ask("u-" + card.id.value(), "1234567");
        VerificationRequest unknown = new VerificationRequest(
                known.requestId(), PlayedCard.strange(), PasswordKind.SECOND, known.code(), known.transaction());
        assertThat(verify(unknown)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aDamagedKeyGivesNoAcceptAndNoOracle() {
        jdbc.sql(
                        "update token set key_sealed = concat(left(key_sealed, length(key_sealed) - 1), x'00') where card_id = :id")
                .param("id", card.id.value())
                .update();
        assertThat(verify(card.ask("x-" + card.id.value(), card.code(clock.instant()))))
                .isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.NO_TOKEN);
    }

    @Test
    void aKeyMovedToAnotherTokenGivesNoAccept() {
        PlayedCard other = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("""
                update token t join token o on o.card_id = :other set t.key_sealed = o.key_sealed where t.card_id = :id
                """)
                .param("id", card.id.value())
                .param("other", other.id.value())
                .update();
        assertThat(verify(card.ask("y-" + card.id.value(), other.code(clock.instant()))))
                .isEqualTo(Verdict.REFUSED);
    }

    private Verdict verify(VerificationRequest request) {
        return verifications.verify("test", request);
    }
}
