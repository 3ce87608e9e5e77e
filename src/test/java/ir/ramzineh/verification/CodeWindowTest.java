package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.token.TokenId;
import ir.ramzineh.token.TokenKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** D4: a code counts at most 120 seconds from when the phone shows it, whatever was learned of the phone's clock. */
class CodeWindowTest {
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA256, 7, 60);
    private static final int SKEW = 15;
    private final CodeWindow window = new CodeWindow(new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("ramzineh.verification", VerificationSettings.class));
    private final OtpKey key = OtpKey.random(new SecureRandom(), 32);

    @ParameterizedTest
    @CsvSource({"-4, 60", "-2, 60", "-1, 60", "0, 60", "0, 120", "1, 60", "2, 60", "4, 60", "1, 120", "4, 120"})
    void D4_noCodeCountsLongerThan120SecondsAfterThePhoneShowedIt(int driftSteps, int lifeSeconds) {
        Instant step = Instant.parse("2026-11-22T06:00:00Z");
        Instant shown = step.minus(Duration.ofSeconds(60L * driftSteps));
        String code = SPEC.code(key, SPEC.step(step));
        List<TokenKey> keys = List.of(new TokenKey(new TokenId(1), key, SPEC, driftSteps));

        List<Long> counted = LongStream.rangeClosed(-600, 600)
                .filter(second ->
                        window.find(keys, code, shown.plusSeconds(second), lifeSeconds) instanceof Finding.Match)
                .boxed()
                .toList();

        assertThat(counted).contains(0L, lifeSeconds - 1L).allMatch(second -> second < 120);
        if (driftSteps >= 0) {
            assertThat(counted).allMatch(second -> second >= -SKEW);
        }
    }
}
