package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import ir.ramzineh.Vectors;
import ir.ramzineh.Vectors.Row;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables printed in RFC 4226, 6238 and 6287, and java-otp as a second opinion beyond them. */
class RfcTablesTest {
    static Stream<Row> hotp() {
        return Vectors.rows("rfc4226");
    }

    static Stream<Row> totp() {
        return Vectors.rows("rfc6238");
    }

    static Stream<Row> ocra() {
        return Vectors.rows("rfc6287");
    }

    @ParameterizedTest
    @MethodSource("hotp")
    void rfc4226AppendixD(Row row) {
        OtpKey key = key(row.get("secret_hex"));
        long counter = Long.parseLong(row.get("count"));
        byte[] message = java.nio.ByteBuffer.allocate(8).putLong(counter).array();
        byte[] hmac = Hotp.hmac(key, HashAlgorithm.SHA1, message);
        assertThat(HexFormat.of().formatHex(hmac)).isEqualTo(row.get("hmac_sha1_hex"));
        assertThat(Hotp.truncate(hmac, 10)).endsWith(row.get("truncated_decimal"));
        assertThat(Hotp.code(key, counter, HashAlgorithm.SHA1, 6)).isEqualTo(row.get("hotp6"));
    }

    @ParameterizedTest
    @MethodSource("totp")
    void rfc6238AppendixB(Row row) {
        TotpSpec spec = new TotpSpec(
                HashAlgorithm.valueOf(row.get("algorithm")),
                Integer.parseInt(row.get("digits")),
                Integer.parseInt(row.get("period")));
        Instant time = Instant.ofEpochSecond(Long.parseLong(row.get("unix_time")));
        assertThat(spec.step(time)).isEqualTo(Long.parseLong(row.get("time_step_hex"), 16));
        assertThat(spec.code(key(row.get("secret_hex")), spec.step(time))).isEqualTo(row.get("totp"));
    }

    @ParameterizedTest
    @MethodSource("ocra")
    void rfc6287AppendixC(Row row) {
        OcraSuite suite = OcraSuite.parse(row.get("ocra_suite"));
        OcraInput input = OcraInput.question(row.get("question"));
        if (!row.get("counter").isEmpty()) {
            input = input.counter(Long.parseLong(row.get("counter")));
        }
        if (!row.get("pin").isEmpty()) {
            input = input.password(row.get("pin"), HashAlgorithm.SHA1);
            assertThat(HexFormat.of().formatHex(input.passwordHash())).isEqualTo(row.get("pin_sha1_hex"));
        }
        if (!row.get("time_steps_hex").isEmpty()) {
            input = input.timeStep(Long.parseLong(row.get("time_steps_hex"), 16));
        }
        assertThat(Ocra.code(suite, key(row.get("key_hex")), input)).isEqualTo(row.get("ocra_value"));
    }

    @Property
    void javaOtpComputesTheSameCodes(
            @ForAll @Size(min = 16, max = 64) byte[] secret,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long counter,
            @ForAll HashAlgorithm algorithm,
            @ForAll @IntRange(min = 6, max = 8) int digits)
            throws InvalidKeyException {
        // Its counter generator is not public; a period of one second makes the time the counter.
        var other = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(1), digits, algorithm.macName());
        assertThat(Hotp.code(new OtpKey(secret), counter, algorithm, digits))
                .isEqualTo(other.generateOneTimePasswordString(
                        new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(counter)));
    }

    @Property
    void javaOtpAgreesAboutTimeForAnyPeriod(
            @ForAll @Size(value = 32) byte[] secret,
            @ForAll @LongRange(min = 0, max = 8_000_000_000L) long epochSecond,
            @ForAll @IntRange(min = 15, max = 300) int period)
            throws InvalidKeyException {
        TotpSpec spec = new TotpSpec(HashAlgorithm.SHA256, 8, period);
        Instant time = Instant.ofEpochSecond(epochSecond);
        var other = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(period), 8, "HmacSHA256");
        assertThat(spec.code(new OtpKey(secret), spec.step(time)))
                .isEqualTo(other.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), time));
    }

    @Property
    void fewerDigitsAreTheEndOfMoreDigits(
            @ForAll @Size(value = 20) byte[] secret,
            @ForAll long counter,
            @ForAll @IntRange(min = 4, max = 9) int digits) {
        OtpKey key = new OtpKey(secret);
        assertThat(Hotp.code(key, counter, HashAlgorithm.SHA1, 10))
                .hasSize(10)
                .endsWith(Hotp.code(key, counter, HashAlgorithm.SHA1, digits));
    }

    @Test
    void aWindowFindsTheStepAndNothingBeyondIt() {
        TotpSpec spec = new TotpSpec(HashAlgorithm.SHA256, 8, 60);
        OtpKey key = key("31323334353637383930313233343536373839303132");
        long now = spec.step(Instant.ofEpochSecond(1_234_567_890));
        assertThat(spec.matchingStep(key, spec.code(key, now - 1), now - 1, now + 1))
                .hasValue(now - 1);
        assertThat(spec.matchingStep(key, spec.code(key, now + 1), now - 1, now + 1))
                .hasValue(now + 1);
        assertThat(spec.matchingStep(key, spec.code(key, now - 2), now - 1, now + 1))
                .isEmpty();
        assertThat(spec.matchingStep(key, "", now - 1, now + 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> spec.matchingStep(key, "1", now, now + 64));
        assertThatIllegalArgumentException().isThrownBy(() -> spec.matchingStep(key, "1", now, now - 1));
    }

    @Test
    void aStepLastsOnePeriod() {
        TotpSpec spec = new TotpSpec(HashAlgorithm.SHA256, 8, 120);
        long step = spec.step(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(spec.step(spec.startOf(step))).isEqualTo(step);
        assertThat(spec.step(spec.endOf(step).minusMillis(1))).isEqualTo(step);
        assertThat(spec.step(spec.endOf(step))).isEqualTo(step + 1);
    }

    @Test
    void digitsAndPeriodsHaveLimits() {
        OtpKey key = key("31323334353637383930");
        assertThatIllegalArgumentException().isThrownBy(() -> Hotp.code(key, 0, HashAlgorithm.SHA1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Hotp.code(key, 0, HashAlgorithm.SHA1, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> new TotpSpec(HashAlgorithm.SHA1, 6, 14));
        assertThatIllegalArgumentException().isThrownBy(() -> new TotpSpec(HashAlgorithm.SHA1, 6, 301));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OCRA-2:HOTP-SHA1-6:QN08",
                "OCRA-1:HOTP-MD5-6:QN08",
                "OCRA-1:HOTP-SHA1-3:QN08",
                "OCRA-1:HOTP-SHA1-0:QN08",
                "OCRA-1:HOTP-SHA1-11:QN08",
                "OCRA-1:HOTP-SHA1-6:QN03",
                "OCRA-1:HOTP-SHA1-6:QN65",
                "OCRA-1:HOTP-SHA1-6:QX08",
                "OCRA-1:HOTP-SHA1-6:QN08-C",
                "OCRA-1:HOTP-SHA1-6:QN08-T60S",
                "OCRA-1:HOTP-SHA1-6:QN08-T0M",
                "OCRA-1:HOTP-SHA1-6:QN08-T49H",
                "OCRA-1:HOTP-SHA1-6:QN08-S513",
                "OCRA-1:HOTP-SHA1-6:QN08-T1M "
            })
    void whatIsNoSuiteIsRefused(String suite) {
        assertThatIllegalArgumentException().isThrownBy(() -> OcraSuite.parse(suite));
    }

    @Test
    void anInputTheSuiteDoesNotNameIsRefusedAndAMissingOneToo() {
        OtpKey key = key("3132333435363738393031323334353637383930");
        OcraSuite plain = OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08");
        OcraSuite full = OcraSuite.parse("OCRA-1:HOTP-SHA256-8:C-QH08-PSHA256-S064-T30S");
        OcraInput question = OcraInput.question("00000000");
        assertThatIllegalArgumentException().isThrownBy(() -> Ocra.code(plain, key, question.counter(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ocra.code(plain, key, question.password("1", HashAlgorithm.SHA1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Ocra.code(plain, key, question.session(new byte[1])));
        assertThatIllegalArgumentException().isThrownBy(() -> Ocra.code(plain, key, question.timeStep(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Ocra.code(full, key, question));
        assertThatIllegalArgumentException().isThrownBy(() -> Ocra.code(plain, key, OcraInput.question("0000000a")));
        assertThatIllegalArgumentException().isThrownBy(() -> Ocra.code(plain, key, OcraInput.question("000")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ocra.code(plain, key, OcraInput.question("00000000000000000")));
        OcraInput all = question.counter(1)
                .password("1234", HashAlgorithm.SHA256)
                .session(new byte[] {1, 2})
                .timeStep(7);
        assertThat(Ocra.code(full, key, all)).hasSize(8).isNotEqualTo(Ocra.code(full, key, all.timeStep(8)));
        assertThat(all).hasToString("OcraInput[]");
    }

    private static OtpKey key(String hex) {
        return new OtpKey(HexFormat.of().parseHex(hex));
    }
}
