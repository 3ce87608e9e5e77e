package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:10Z");
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA256, 7, 60);
    private static final OtpKey KEY =
            new OtpKey("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void aCodeOfEveryStepInTheWindowIsFoundAndNoneBeyond() {
        TokenKey token = new TokenKey(new TokenId(1), KEY, SPEC, 0);
        long now = SPEC.step(NOW);
        for (long step = now - 1; step <= now + 1; step++) {
            assertThat(token.match(SPEC.code(KEY, step), NOW, 1)).hasValue(step);
        }
        assertThat(token.match(SPEC.code(KEY, now - 2), NOW, 1)).isEmpty();
        assertThat(token.match(SPEC.code(KEY, now + 2), NOW, 1)).isEmpty();
    }

    @Test
    void aPhoneThatDriftedIsUnderstoodAndStillIsAfterItsClockWasCorrected() {
        TokenKey token = new TokenKey(new TokenId(1), KEY, SPEC, 3);
        long now = SPEC.step(NOW);
        assertThat(token.match(SPEC.code(KEY, now + 4), NOW, 1)).hasValue(now + 4);
        assertThat(token.match(SPEC.code(KEY, now), NOW, 1)).hasValue(now);
        assertThat(token.steps(NOW, 1)).containsExactlyInAnyOrder(now - 1, now, now + 1, now + 2, now + 3, now + 4);
    }

    @Test
    void namesAreOneShortLineOfVisibleText() {
        assertThat(TokenLabel.typed("  گوشی‌ من\n ")).isEqualTo("گوشی‌ من");
        assertThat(TokenLabel.ofDevice("Pixel\u202e 9\r\nX-Evil: 1")).hasValue("Pixel 9 X-Evil: 1");
        assertThat(TokenLabel.ofDevice("x".repeat(4096))).hasValue("x".repeat(40));
        assertThat(TokenLabel.ofDevice("\u202e\u0000")).isEmpty();
        assertThatThrownBy(() -> TokenLabel.typed("x".repeat(41))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> TokenLabel.typed(" \u200f ")).isInstanceOf(InvalidValueException.class);
    }
}
