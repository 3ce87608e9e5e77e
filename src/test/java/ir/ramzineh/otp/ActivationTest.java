package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.ActivationLink.Mechanism;
import ir.ramzineh.otp.ClaimSeal.SealedClaim;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** How a key is split, travels and is put together again. */
class ActivationTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA256, 7, 60);
    private static final ActivationContext CONTEXT = new ActivationContext("A7K2-9Q", PasswordKind.SECOND, SPEC);
    private static final List<PartFormat> FORMATS =
            List.of(new PartFormat(1, PartAlphabet.DIGITS, 8), new PartFormat(2, PartAlphabet.LETTERS, 114));

    @Test
    void S3_5_theTwoPartsMakeOneKeyOnBothSidesInAnyOrder() {
        List<TypedPart> parts = ActivationKeys.split(FORMATS, RANDOM);
        OtpKey key = ActivationKeys.derive(parts, CONTEXT);
        assertThat(key.bytes()).hasSize(32);
        assertThat(ActivationKeys.derive(parts.reversed(), CONTEXT)).isEqualTo(key);
    }

    @Test
    void onePartAloneIsWorthNothing() {
        List<TypedPart> parts = ActivationKeys.split(FORMATS, new Random(1));
        TypedPart otherReceipt = TypedPart.random(FORMATS.get(0), new Random(2));
        TypedPart otherSms = TypedPart.random(FORMATS.get(1), new Random(2));
        OtpKey key = ActivationKeys.derive(parts, CONTEXT);
        assertThat(ActivationKeys.derive(List.of(otherReceipt, parts.get(1)), CONTEXT))
                .isNotEqualTo(key);
        assertThat(ActivationKeys.derive(List.of(parts.get(0), otherSms), CONTEXT))
                .isNotEqualTo(key);
        assertThat(ActivationKeys.derive(parts.subList(0, 1), CONTEXT)).isNotEqualTo(key);
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationKeys.derive(parts.subList(1, 2), CONTEXT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivationKeys.derive(List.of(parts.get(0), parts.get(0)), CONTEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationKeys.derive(List.<KeyPart>of(), CONTEXT));
    }

    @Test
    void aPhoneThatWasToldOtherTermsComputesAnotherKey() {
        List<TypedPart> parts = ActivationKeys.split(FORMATS, new Random(1));
        Set<OtpKey> keys = new HashSet<>();
        for (ActivationContext context : otherContexts()) {
            keys.add(ActivationKeys.derive(parts, context));
        }
        keys.add(ActivationKeys.derive(parts, CONTEXT));
        assertThat(keys).hasSize(otherContexts().size() + 1);
    }

    @Property
    void aLinkComesBackAsItWas(@ForAll long seed, @ForAll PasswordKind kind, @ForAll HashAlgorithm algorithm) {
        Random random = new Random(seed);
        TotpSpec spec = new TotpSpec(algorithm, 4 + random.nextInt(7), 15 + random.nextInt(286));
        ActivationLink link = new ActivationLink(
                Mechanism.SELF_CONTAINED,
                new ActivationContext("ref_" + random.nextInt(1000), kind, spec),
                "mehr-iran",
                "بانک قرض‌الحسنهٔ مهر ایران",
                "606373******5443",
                List.of(new PartFormat(2, PartAlphabet.DIGITS, 8)),
                ScannedPart.random(1, random));
        assertThat(ActivationLink.parse(link.toUrl(URI.create("https://bank.example"))))
                .isEqualTo(link);
        assertThat(ActivationLink.parse(link.fragment())).isEqualTo(link);
        assertThat(link.toString()).doesNotContain(link.fragment());
    }

    @Property
    void aDamagedLinkIsRefusedCleanly(@ForAll long seed) {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(link(ScannedPart.random(1, new Random(seed))).fragment());
        Random random = new Random(seed);
        byte[] damaged = random.nextBoolean() ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        if (damaged.length > 0) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        String fragment = Base64.getUrlEncoder().withoutPadding().encodeToString(damaged);
        try {
            assertThat(ActivationLink.parse(fragment).fragment()).isEqualTo(fragment);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).doesNotContain(fragment.isEmpty() ? "#" : fragment);
        }
    }

    @Test
    void aLinkIsReadStrictly() {
        String fragment = link(ScannedPart.random(1, RANDOM)).fragment();
        byte[] longer = Arrays.copyOf(Base64.getUrlDecoder().decode(fragment), 200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivationLink.parse(Base64.getUrlEncoder().encodeToString(longer)));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationLink.parse(fragment + "="));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationLink.parse(fragment + " "));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationLink.parse(""));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationLink.parse("A".repeat(3000)));
    }

    @Test
    void noFullCardNumberTravelsInALink() {
        assertThatIllegalArgumentException().isThrownBy(() -> linkWithLabel("6063730000098767"));
        assertThatIllegalArgumentException().isThrownBy(() -> linkWithLabel("۶۰۶۳ ۷۳۰۰ ۰۰۰۹ ۸۷۶۷"));
        assertThatIllegalArgumentException().isThrownBy(() -> linkWithLabel(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> linkWithLabel("a\nb"));
    }

    @Test
    void aClaimCarriesNoPartOfTheKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActivationLink(
                        Mechanism.CLAIM, CONTEXT, "shahr", "بانک شهر", "card", FORMATS, ScannedPart.random(3, RANDOM)));
        ActivationLink claim = new ActivationLink(
                Mechanism.CLAIM,
                CONTEXT,
                "shahr",
                "بانک شهر",
                "502806******8765",
                List.of(new PartFormat(1, PartAlphabet.DIGITS, 8)),
                null);
        assertThat(ActivationLink.parse(claim.fragment())).isEqualTo(claim);
    }

    @Test
    void S8_6_aSealOpensOnItsPhoneOnly() throws Exception {
        KeyPair phone = phone();
        OtpKey key = OtpKey.random(RANDOM, 32);
        SealedClaim claim = ClaimSeal.seal(ClaimSeal.publicKeyText(phone.getPublic()), key, CONTEXT, RANDOM);
        assertThat(ClaimSeal.open(phone, claim, CONTEXT)).isEqualTo(key);
        assertThatIllegalArgumentException().isThrownBy(() -> ClaimSeal.open(phone(), claim, CONTEXT));
        for (ActivationContext other : otherContexts()) {
            assertThatIllegalArgumentException().isThrownBy(() -> ClaimSeal.open(phone, claim, other));
        }
    }

    @Test
    void aSealIsNeverMadeTwiceAlikeAndEveryFlippedBitIsNoticed() throws Exception {
        KeyPair phone = phone();
        String phoneKey = ClaimSeal.publicKeyText(phone.getPublic());
        OtpKey key = OtpKey.random(RANDOM, 32);
        SealedClaim claim = ClaimSeal.seal(phoneKey, key, CONTEXT, RANDOM);
        assertThat(ClaimSeal.seal(phoneKey, key, CONTEXT, RANDOM).sealedKey()).isNotEqualTo(claim.sealedKey());
        byte[] sealed = Base64.getUrlDecoder().decode(claim.sealedKey());
        assertThat(sealed).hasSize(48);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            SealedClaim altered =
                    new SealedClaim(claim.ephemeralKey(), Base64.getUrlEncoder().encodeToString(flipped));
            assertThatIllegalArgumentException().isThrownBy(() -> ClaimSeal.open(phone, altered, CONTEXT));
        }
    }

    @Test
    void keysThatAreNoPointsOfTheCurveAreRefused() throws Exception {
        byte[] raw = ClaimSeal.rawPoint(phone().getPublic());
        for (int i = 0; i < raw.length; i++) {
            byte[] wrong = raw.clone();
            wrong[i] ^= 1;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClaimSeal.publicKey(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(wrong)));
        }
        byte[] zero = new byte[65];
        zero[0] = 4;
        for (String text : List.of(
                "",
                "A".repeat(87),
                "A".repeat(88),
                Base64.getUrlEncoder().withoutPadding().encodeToString(zero))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ClaimSeal.publicKey(text));
        }
    }

    @Test
    void publicKeysComeBackWhateverTheirLeadingZeros() throws Exception {
        for (int i = 0; i < 600; i++) {
            KeyPair phone = phone();
            assertThat(ClaimSeal.publicKey(ClaimSeal.publicKeyText(phone.getPublic())))
                    .isEqualTo(phone.getPublic());
        }
    }

    private static List<ActivationContext> otherContexts() {
        return List.of(
                new ActivationContext("A7K2-9R", PasswordKind.SECOND, SPEC),
                new ActivationContext("A7K2-9Q", PasswordKind.FIRST, SPEC),
                new ActivationContext("A7K2-9Q", PasswordKind.SECOND, new TotpSpec(HashAlgorithm.SHA256, 8, 60)),
                new ActivationContext("A7K2-9Q", PasswordKind.SECOND, new TotpSpec(HashAlgorithm.SHA256, 7, 120)),
                new ActivationContext("A7K2-9Q", PasswordKind.SECOND, new TotpSpec(HashAlgorithm.SHA1, 7, 60)));
    }

    private static ActivationLink link(ScannedPart scanned) {
        return new ActivationLink(
                Mechanism.SELF_CONTAINED, CONTEXT, "shahr", "بانک شهر", "502806******8765", List.of(), scanned);
    }

    private static ActivationLink linkWithLabel(String label) {
        return new ActivationLink(Mechanism.SELF_CONTAINED, CONTEXT, "shahr", "بانک شهر", label, FORMATS, null);
    }

    private static KeyPair phone() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }
}
