package ir.ramzineh;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A phone that knows nothing of the portal but {@code docs/protocol/activation.md} and {@code claim.md}: it reads what a
 * camera sees, talks HTTP, and makes codes with another library. It uses no class of the portal on purpose.
 */
public final class TestPhone {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPED_REFERENCE = "parts";

    /** An answer of the portal. */
    public record Answer(int status, JsonNode body, Map<String, String> headers) {}

    private final TestPhoneLine line;
    private final TestPhonePair pair = new TestPhonePair();
    private byte[] key = new byte[0];
    private byte[] scannedPart = new byte[0];
    private byte[] context = new byte[0];
    private String reference = "";
    private String algorithm = "";
    private String pin = "";
    private int digits;
    private int periodSeconds;

    /** A phone that reaches the portal at {@code portal}, an address without a slash at its end. */
    public TestPhone(URI portal) {
        this.line = new TestPhoneLine(portal);
    }

    /** Reads what a QR code says: a link of the portal or one for any authenticator. */
    public void scan(String content) {
        if (content.startsWith("otpauth://totp/")) {
            readStandard(content);
        } else {
            readLink(Base64.getUrlDecoder().decode(content.substring(content.indexOf('#') + 1)));
        }
    }

    /** Another phone held over the same QR code. */
    public void readSameAs(TestPhone other) {
        reference = other.reference;
        context = other.context;
        algorithm = other.algorithm;
        digits = other.digits;
        periodSeconds = other.periodSeconds;
        scannedPart = other.scannedPart;
    }

    /** Takes the second part out of the text of an SMS. */
    public void typeSecondPart(String grouped) {
        key = keyOf(scannedPart, clean(grouped).getBytes(StandardCharsets.US_ASCII));
    }

    /** A phone without a camera: the first part is typed, and the rest is known from the bank's rules. */
    public void typeBothParts(
            String first, String second, boolean secondPassword, int digitsOfCodes, int secondsOfCodes) {
        algorithm = "SHA256";
        digits = digitsOfCodes;
        periodSeconds = secondsOfCodes;
        reference = TYPED_REFERENCE;
        context = context(secondPassword ? 2 : 1, 2);
        scannedPart = clean(first).getBytes(StandardCharsets.US_ASCII);
        typeSecondPart(second);
    }

    public Answer reportScan() {
        return post("scanned", "");
    }

    /** The key that makes the codes, in hex: what must be found nowhere else. */
    public String keyInHex() {
        return HexFormat.of().formatHex(key);
    }

    /** Asks for the key; opens it when it comes. */
    public Answer claim(String code, String deviceName) {
        Answer answer = post(
                "claim",
                JSON.writeValueAsString(
                        Map.of("code", code, "publicKey", text(pair.point()), "deviceName", deviceName)));
        if (answer.status() == 200) {
            key = pair.open(
                    context,
                    Base64.getUrlDecoder()
                            .decode(answer.body().get("ephemeralKey").stringValue()),
                    Base64.getUrlDecoder().decode(answer.body().get("sealedKey").stringValue()));
        }
        return answer;
    }

    /** Asks for the key with the serial number of a receipt (S9.9). */
    public Answer claimBySerial(String serial, String code, String deviceName) {
        return opened(line.post(
                "/api/v1/activations/by-serial",
                JSON.writeValueAsString(Map.of(
                        "serial", serial, "code", code, "publicKey", text(pair.point()), "deviceName", deviceName))));
    }

    /** Asks for the key of an account token with the serial number of the branch (S10.18). */
    public Answer claimOfBranch(String serial, String code, String deviceName) {
        return opened(line.post(
                "/api/v1/gateway-tokens/claim",
                JSON.writeValueAsString(Map.of(
                        "serial", serial, "code", code, "publicKey", text(pair.point()), "deviceName", deviceName))));
    }

    /** Proves the first code of an account token. */
    public Answer proveToBranch(String code, String device, String deviceName) {
        return line.post(
                "/api/v1/gateway-tokens/" + reference + "/proof",
                JSON.writeValueAsString(Map.of("code", code, "device", device, "deviceName", deviceName)));
    }

    /** Asks for the key with a card number and the activation code (S7.10). */
    public Answer claimByCard(String card, String password, String code, String deviceName) {
        return opened(line.post(
                "/api/v1/activations/by-card",
                JSON.writeValueAsString(Map.of(
                        "card",
                        card,
                        "password",
                        password,
                        "code",
                        code,
                        "publicKey",
                        text(pair.point()),
                        "deviceName",
                        deviceName))));
    }

    /** Such a phone was told nothing before: everything stands in the answer. */
    private Answer opened(Answer answer) {
        if (answer.status() == 200) {
            receive(answer.body());
        }
        return answer;
    }

    /** What the new phone shows to the old one in a move. */
    public String publicKey() {
        return text(pair.point());
    }

    /** Opens a key that was sealed to this phone, however it came here. */
    public void receive(JsonNode told) {
        reference = told.get("reference").stringValue();
        algorithm = told.get("algorithm").stringValue();
        digits = told.get("digits").intValue();
        periodSeconds = told.get("periodSeconds").intValue();
        JsonNode password = told.get("password");
        context = context(password == null ? 3 : password.stringValue().equals("FIRST") ? 1 : 2, 2);
        key = pair.open(
                context,
                Base64.getUrlDecoder().decode(told.get("ephemeralKey").stringValue()),
                Base64.getUrlDecoder().decode(told.get("sealedKey").stringValue()));
    }

    /** With both parts typed, the phone knows by itself how the portal calls the activation. */
    public void nameByKey() {
        reference = text(
                TestPhoneKeys.derive(key, "ramzineh reference v1".getBytes(StandardCharsets.US_ASCII), context, 16));
    }

    /** What the customer types before a code is shown (S7.11). */
    public void typePin(String typed) {
        pin = typed;
    }

    public Answer prove(String code) {
        return post("proof", JSON.writeValueAsString(Map.of("code", code)));
    }

    /** The same, with what the phone says of itself. */
    public Answer prove(String code, String device, String deviceName) {
        return post("proof", JSON.writeValueAsString(Map.of("code", code, "device", device, "deviceName", deviceName)));
    }

    /** The code on the display at {@code at}. */
    public String code(Instant at) {
        TimeBasedOneTimePasswordGenerator generator =
                new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(periodSeconds), digits, "Hmac" + algorithm);
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(keyOfCodes(), "Hmac" + algorithm), at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] keyOfCodes() {
        return pin.isEmpty()
                ? key
                : TestPhoneKeys.derive(
                        key,
                        "ramzineh personal pin v1".getBytes(StandardCharsets.US_ASCII),
                        pin.getBytes(StandardCharsets.US_ASCII),
                        key.length);
    }

    public int periodSeconds() {
        return periodSeconds;
    }

    public String reference() {
        return reference;
    }

    private void readStandard(String link) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : link.substring(link.indexOf('?') + 1).split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        key = TestPhoneKeys.base32(parameters.get("secret"));
        algorithm = parameters.get("algorithm");
        digits = Integer.parseInt(parameters.get("digits"));
        periodSeconds = Integer.parseInt(parameters.get("period"));
    }

    private void readLink(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int version = in.get();
        int mechanism = in.get();
        if (version != 1) {
            throw new IllegalArgumentException("version " + version);
        }
        int kind = in.get();
        int hash = in.get();
        algorithm = new String[] {"", "SHA1", "SHA256", "SHA512"}[hash];
        digits = in.get();
        periodSeconds = in.getShort();
        reference = text(in);
        text(in);
        text(in);
        text(in);
        int typedParts = in.get();
        in.position(in.position() + 3 * typedParts);
        context = context(kind, hash);
        if (in.get() == 1) {
            scannedPart = block(in);
        }
        if (mechanism == 1 && typedParts == 0) {
            key = keyOf(scannedPart);
        }
    }

    private byte[] context(int kind, int hash) {
        byte[] label = "ramzineh activation v1".getBytes(StandardCharsets.US_ASCII);
        byte[] ref = reference.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(label.length + 2 + ref.length + 5)
                .put(label)
                .put((byte) 0)
                .put((byte) ref.length)
                .put(ref)
                .put((byte) kind)
                .put((byte) hash)
                .put((byte) digits)
                .putShort((short) periodSeconds)
                .array();
    }

    private byte[] keyOf(byte[]... parts) {
        ByteBuffer material = ByteBuffer.allocate(1024);
        for (int i = 0; i < parts.length; i++) {
            material.put((byte) (i + 1)).putShort((short) parts[i].length).put(parts[i]);
        }
        byte[] salt = "ramzineh activation parts v1".getBytes(StandardCharsets.US_ASCII);
        int length = algorithm.equals("SHA1") ? 20 : algorithm.equals("SHA256") ? 32 : 64;
        return TestPhoneKeys.derive(Arrays.copyOf(material.array(), material.position()), salt, context, length);
    }

    private Answer post(String step, String body) {
        return line.post("/api/v1/activations/" + reference + "/" + step, body);
    }

    private static String clean(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(ByteBuffer in) {
        return new String(block(in), StandardCharsets.UTF_8);
    }

    private static byte[] block(ByteBuffer in) {
        byte[] block = new byte[Byte.toUnsignedInt(in.get())];
        in.get(block);
        return block;
    }
}
