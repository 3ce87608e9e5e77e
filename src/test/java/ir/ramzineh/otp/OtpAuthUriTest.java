package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ir.ramzineh.Vectors;
import ir.ramzineh.Vectors.Row;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpAuthUriTest {
    static Stream<Row> vectors() {
        return Vectors.rows("key-uri");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void publishedLinks(Row row) {
        if (!row.get("expect").equals("VALID")) {
            // Decided: colon inside the account, bad or empty secret, and differing issuers are refused.
            assertThatIllegalArgumentException().isThrownBy(() -> OtpAuthUri.parse(row.get("uri")));
            return;
        }
        OtpAuthUri link = OtpAuthUri.parse(row.get("uri"));
        assertThat(link.type().name()).isEqualToIgnoringCase(row.get("type"));
        assertThat(link.issuer()).isEqualTo(row.get("issuer"));
        assertThat(link.account()).isEqualTo(row.get("account"));
        assertThat(Base32.encode(link.key().bytes())).isEqualTo(row.get("secret_base32"));
        assertThat(link.algorithm().name()).isEqualTo(row.get("algorithm"));
        assertThat(link.digits()).isEqualTo(Integer.parseInt(row.get("digits")));
        assertThat(Long.toUnsignedString(link.moving())).isEqualTo(row.get("period_or_counter"));
        assertThat(OtpAuthUri.parse(link.toUri())).isEqualTo(link);
    }

    @Test
    void aPersianBankAndAMaskedCardReadAsPublished() {
        Row row = vectors()
                .filter(r -> r.get("source").contains("Persian issuer"))
                .findFirst()
                .orElseThrow();
        OtpAuthUri link = OtpAuthUri.totp(
                row.get("issuer"),
                row.get("account"),
                new OtpKey(Base32.decode(row.get("secret_base32"))),
                new TotpSpec(HashAlgorithm.SHA1, 7, 60));
        assertThat(link.toUri()).isEqualTo(row.get("uri"));
        assertThat(link.totpSpec()).isEqualTo(new TotpSpec(HashAlgorithm.SHA1, 7, 60));
        assertThat(link.toString()).doesNotContain(row.get("secret_base32"), "6037");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP&secret=JBSWY3DPEHPK3PXP",
                "otpauth://totp/X:y?secret",
                "otpauth://totp/X:y",
                "otpauth://totp/X:%zz?secret=JBSWY3DPEHPK3PXP",
                "otpauth://totp/?secret=JBSWY3DPEHPK3PXP",
                "otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP&period=99999",
                "otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP&digits=8x",
                "otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP#fragment",
                "otpauth://hotp/X:y?secret=JBSWY3DPEHPK3PXP&counter=-1"
            })
    void brokenLinksAreRefused(String link) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OtpAuthUri.parse(link))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("JBSWY3DPEHPK3PXP"));
    }

    @Property
    void whateverIsWrittenIsReadBack(
            @ForAll @NotBlank @StringLength(max = 40) String account, @ForAll @Size(min = 10, max = 64) byte[] secret) {
        if (account.contains(":") || !account.equals(account.strip()) || !isText(account)) {
            return;
        }
        OtpAuthUri link = OtpAuthUri.totp("بانک نمونه", account, new OtpKey(secret), TotpSpec.STANDARD);
        assertThat(OtpAuthUri.parse(link.toUri())).isEqualTo(link);
    }

    @Property
    void base32ComesBack(@ForAll @Size(max = 70) byte[] bytes) {
        String text = Base32.encode(bytes);
        assertThat(Base32.decode(text)).isEqualTo(bytes);
        assertThat(Base32.decode(text.toLowerCase(java.util.Locale.ROOT))).isEqualTo(bytes);
        assertThat(Base32.decode(text + "=".repeat((8 - text.length() % 8) % 8)))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAA", "AAAAAA", "AB", "A0", "AÀ", "A A", "MZ=W6"})
    void whatIsNoBase32IsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Base32.decode(text));
    }

    @Test
    void rfc4648Section10() {
        assertThat(Base32.encode("foobar".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode("fooba".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTB");
        assertThat(Base32.encode("f".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("MY");
    }

    private static boolean isText(String s) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(s);
    }
}
