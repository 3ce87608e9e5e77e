package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.ActivationLink.Mechanism;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The worked examples in docs/protocol are what this program computes; another program may be built on them. */
class ActivationVectorsTest {
    private static final Path DOCS = Path.of("docs/protocol");
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA256, 8, 60);
    private static final ActivationContext CONTEXT = new ActivationContext("7KQ2M9XA", PasswordKind.SECOND, SPEC);
    private static final PartFormat RECEIPT = new PartFormat(1, PartAlphabet.DIGITS, 8);
    private static final PartFormat SMS = new PartFormat(2, PartAlphabet.LETTERS, 16);
    private static final byte[] SCANNED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final Instant TIME = Instant.parse("2026-11-22T00:00:30Z");

    @Test
    void theExamplesInTheFileAreWhatThisProgramComputes() throws Exception {
        String file = Files.readString(DOCS.resolve("activation-vectors.json"));
        Map<String, Map<String, String>> published = JsonMapper.shared().readValue(file, new TypeReference<>() {});
        assertThat(published).isEqualTo(computed());
    }

    @Test
    void theExamplesInThePageAreThoseInTheFile() throws Exception {
        String page = (Files.readString(DOCS.resolve("activation.md")) + Files.readString(DOCS.resolve("codes.md")))
                .replaceAll("(?m)^>|\\s+", "");
        for (var example : computed().values()) {
            for (var value : example.entrySet()) {
                assertThat(page).as(value.getKey()).contains(value.getValue().replaceAll("\\s+", ""));
            }
        }
    }

    @Test
    void thePhonesSideOpensThePublishedSeal() throws Exception {
        Map<String, String> claim = computed().get("claim");
        var sealed = new ClaimSeal.SealedClaim(claim.get("ephemeralKey"), claim.get("sealedKey"));
        KeyPair phone = keyPair(claim.get("phonePrivateKey"), claim.get("phoneKey"));
        assertThat(HexFormat.of()
                        .formatHex(ClaimSeal.open(phone, sealed, CONTEXT).bytes()))
                .isEqualTo(claim.get("key"));
    }

    /** Prints the file anew; for whoever changes a format on purpose, together with its version. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(computed()));
    }

    private static Map<String, Map<String, String>> computed() throws GeneralSecurityException {
        Map<String, Map<String, String>> examples = new LinkedHashMap<>();
        examples.put("typedParts", typedParts());
        examples.put("twoTypedParts", derived(List.of(receipt(), sms())));
        examples.put("scannedPart", derived(List.of(new ScannedPart(1, SCANNED))));
        examples.put("scannedAndTyped", derived(List.of(new ScannedPart(1, SCANNED), smsDigits())));
        examples.put("receiptAndSms", receiptAndSms());
        examples.put("serialAndSms", serialAndSms());
        examples.put("personalPin", personalPin());
        examples.put("link", link());
        examples.put("claim", claim());
        return examples;
    }

    private static Map<String, String> typedParts() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("part1Content", "5720194");
        values.put("part1", receipt().text());
        values.put("part2Content", "RAMZ1NEH2026XY");
        values.put("part2", sms().text());
        values.put("part2Grouped", sms().grouped());
        return values;
    }

    private static Map<String, String> derived(List<KeyPart> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("context", hex(CONTEXT.bytes()));
        values.put("material", hex(ActivationKeys.material(parts)));
        OtpKey key = ActivationKeys.derive(parts, CONTEXT);
        values.put("key", hex(key.bytes()));
        values.put("code", SPEC.code(key, SPEC.step(TIME)));
        return values;
    }

    /** S3.5, S3.6: 8 digits on the receipt, 114 signs by SMS; 7 digits, 60 seconds, second password. */
    private static Map<String, String> receiptAndSms() {
        TotpSpec spec = new TotpSpec(HashAlgorithm.SHA256, 7, 60);
        ActivationContext context = new ActivationContext("parts", PasswordKind.SECOND, spec);
        TypedPart sms = part(
                new PartFormat(2, PartAlphabet.LETTERS, 114),
                "0123456789ABCDEFGHJKMNPQRSTVWXYZ".repeat(3) + "RAMZ1NEH2026XYZV");
        List<KeyPart> parts = List.of(receipt(), sms);
        OtpKey key = ActivationKeys.derive(parts, context);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("receipt", receipt().text());
        values.put("sms", sms.text());
        values.put("context", hex(context.bytes()));
        values.put("material", hex(ActivationKeys.material(parts)));
        values.put("key", hex(key.bytes()));
        values.put("reference", ActivationKeys.reference(key, context));
        values.put("code", spec.code(key, spec.step(TIME)));
        return values;
    }

    /** S9.4: what is printed and what is sent; the key comes sealed as in the claim. */
    private static Map<String, String> serialAndSms() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("serialContent", "48291750226");
        values.put(
                "serial",
                part(new PartFormat(1, PartAlphabet.DIGITS, 12), "48291750226").text());
        values.put("codeContent", "8305512");
        values.put("code", smsDigits().text());
        return values;
    }

    /** S7.3, S7.11. */
    private static Map<String, String> personalPin() {
        OtpKey key =
                new OtpKey(HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf"));
        TotpSpec spec = new TotpSpec(HashAlgorithm.SHA256, 7, 60);
        OtpKey opened = ActivationKeys.withPin(key, "28406193");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("key", hex(key.bytes()));
        values.put("pin", "28406193");
        values.put("keyOfCodes", hex(opened.bytes()));
        values.put("code", spec.code(opened, spec.step(TIME)));
        values.put("codeOfPin28406194", spec.code(ActivationKeys.withPin(key, "28406194"), spec.step(TIME)));
        return values;
    }

    private static Map<String, String> link() {
        ActivationLink link = new ActivationLink(
                Mechanism.SELF_CONTAINED,
                CONTEXT,
                "mehr-iran",
                "مهر ایران",
                "606373******8767",
                List.of(new PartFormat(2, PartAlphabet.DIGITS, 8)),
                new ScannedPart(1, SCANNED));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("bytes", hex(Base64.getUrlDecoder().decode(link.fragment())));
        values.put("url", link.toUrl(java.net.URI.create("https://bank.example")));
        return values;
    }

    private static Map<String, String> claim() throws GeneralSecurityException {
        // RFC 5903, section 8.1: both private keys and both points of its 256-bit example.
        String phonePrivate = "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433";
        String phonePoint = "04dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180"
                + "5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3";
        String serverPrivate = "c6ef9c5d78ae012a011164acb397ce2088685d8f06bf9be0b283ab46476bee53";
        String serverPoint = "04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63"
                + "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab";
        KeyPair phone = keyPair(phonePrivate, text(phonePoint));
        KeyPair server = keyPair(serverPrivate, text(serverPoint));
        OtpKey key =
                new OtpKey(HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf"));
        ClaimSeal.SealedClaim sealed = ClaimSeal.seal(phone.getPublic(), key, CONTEXT, server);
        byte[] keyAndNonce =
                ClaimSeal.keyAndNonce(phone.getPrivate(), server.getPublic(), server.getPublic(), phone.getPublic());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("phonePrivateKey", phonePrivate);
        values.put("phoneKey", ClaimSeal.publicKeyText(phone.getPublic()));
        values.put("ephemeralPrivateKey", serverPrivate);
        values.put("ephemeralKey", sealed.ephemeralKey());
        values.put("sharedSecret", hex(ClaimSeal.sharedSecret(phone.getPrivate(), server.getPublic())));
        values.put("aesKey", hex(Arrays.copyOf(keyAndNonce, 32)));
        values.put("nonce", hex(Arrays.copyOfRange(keyAndNonce, 32, 44)));
        values.put("context", hex(CONTEXT.bytes()));
        values.put("key", hex(key.bytes()));
        values.put("sealedKey", sealed.sealedKey());
        return values;
    }

    private static TypedPart receipt() {
        return part(RECEIPT, "5720194");
    }

    private static TypedPart sms() {
        return part(SMS, "RAMZ1NEH2026XY");
    }

    private static TypedPart smsDigits() {
        return part(new PartFormat(2, PartAlphabet.DIGITS, 8), "8305512");
    }

    private static TypedPart part(PartFormat format, String content) {
        return TypedPart.of(format, content + format.alphabet().checkOf(format.number(), content));
    }

    private static KeyPair keyPair(String privateHex, String publicText) throws GeneralSecurityException {
        PublicKey publicKey = ClaimSeal.publicKey(publicText);
        var spec = new ECPrivateKeySpec(new BigInteger(privateHex, 16), ((ECPublicKey) publicKey).getParams());
        return new KeyPair(publicKey, KeyFactory.getInstance("EC").generatePrivate(spec));
    }

    private static String text(String hex) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(hex));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
