package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/protocol/codes.md; another program computed them. */
class BoundCodeTest {
    private static final OtpKey KEY =
            new OtpKey(HexFormat.of().parseHex("8fd34ef9f86b9889002d64fd1f9e19a0b20b131bd871f2fa03499cf055814122"));
    private static final long STEP = BoundCode.step(Instant.parse("2026-11-22T00:00:30Z"));

    @Test
    void theStepIsTheMinute() {
        assertThat(STEP).isEqualTo(29_921_760);
    }

    @Test
    void S5_6_lifeAndCapMakeTheCode() {
        assertThat(BoundCode.limited(KEY, 7, 120, 5_000_000, STEP)).isEqualTo("6886096");
        assertThat(BoundCode.limited(KEY, 7, 60, 0, STEP)).isEqualTo("0655326");
    }

    @Test
    void thePaymentMakesTheCode() {
        assertThat(BoundCode.payment(KEY, 7, "PURCHASE", 4_330_000, "000012345678901", "12345678", STEP))
                .isEqualTo("0895408");
    }

    @Test
    void aCapThatDoesNotFitTheQuestionIsRefused() {
        assertThatThrownBy(() -> BoundCode.limited(KEY, 7, 60, 150_000, STEP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BoundCode.limited(KEY, 7, 60, 1_000_000_000, STEP))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
