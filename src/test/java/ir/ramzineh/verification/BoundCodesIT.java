package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.otp.BoundCode;
import ir.ramzineh.vault.Vault;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes with the customer's own life and largest amount, and codes for one payment (S5.6, S5.7, RFC 6287). */
@PortalIT
class BoundCodesIT {
    private static final long CAP = 5_000_000;

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
    private int asked;

    @BeforeEach
    void aCardWithAnApp() {
        card = PlayedCard.dynamic(jdbc, vault, ids);
    }

    @Test
    void S5_7_aCodeMadeForAnAmountPaysUpToItAndOnce() {
        String code = limited(60, CAP);

        assertThat(ask(code, CAP)).isEqualTo(Verdict.ACCEPTED);
        assertThat(ask(code, CAP)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ALREADY_USED);
    }

    @Test
    void S5_7_aRialAboveItIsRefusedSaidAndTheCodeSpent() {
        String code = limited(60, CAP);

        assertThat(ask(code, CAP + 1)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ABOVE_CAP);
        assertThat(ask(code, CAP)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void S5_6_theLifeIsTheOneTheCustomerChose() {
        // Such codes go by the minute: at the beginning of one, all of their life is still to come.
        clock.advance(Duration.ofSeconds(61 - clock.instant().getEpochSecond() % 60));
        String minute = limited(60, 0);
        String twoMinutes = limited(120, 0);
        clock.advance(Duration.ofSeconds(80));

        assertThat(ask(minute, CAP)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.EXPIRED);
        assertThat(ask(twoMinutes, CAP)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void anAmountTheBankDoesNotOfferMakesNoCode() {
        assertThat(ask(limited(60, 3_000_000), 1_000)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.WRONG_CODE);
    }

    @Test
    void aCodeForOnePaymentIsWrongForAnyOther() {
        String code = payment(CAP);

        assertThat(ask(code, CAP + 1)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.WRONG_CODE);
        assertThat(ask(code, CAP)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void oneTimeStepApprovesOncePlainOrBound() {
        String plain = card.code(clock.instant());

        assertThat(ask(limited(60, CAP), CAP)).isEqualTo(Verdict.ACCEPTED);
        assertThat(ask(plain, CAP)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ALREADY_USED);
    }

    private String limited(int lifeSeconds, long cap) {
        return BoundCode.limited(card.key(), 7, lifeSeconds, cap, BoundCode.step(clock.instant()));
    }

    private String payment(long amount) {
        return BoundCode.payment(card.key(), 7, "PURCHASE", amount, "M1", "T1", BoundCode.step(clock.instant()));
    }

    private Verdict ask(String code, long amount) {
        return verifications.verify(
                "bound", card.ask("b-" + card.id.value() + "-" + asked++, code, TransactionType.PURCHASE, amount));
    }
}
