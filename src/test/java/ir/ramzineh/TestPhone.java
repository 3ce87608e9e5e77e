package ir.ramzineh;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
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

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI portal;
    private final KeyPair pair;
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
        this.portal = portal;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
                        Map.of("code", code, "publicKey", text(point(pair.getPublic())), "deviceName", deviceName)));
        if (answer.status() == 200) {
            key = open(
                    Base64.getUrlDecoder()
                            .decode(answer.body().get("ephemeralKey").stringValue()),
                    Base64.getUrlDecoder().decode(answer.body().get("sealedKey").stringValue()));
        }
        return answer;
    }

    /** Asks for the key with the serial number of a receipt (S9.9). */
    public Answer claimBySerial(String serial, String code, String deviceName) {
        return opened(postTo(
                "/api/v1/activations/by-serial",
                JSON.writeValueAsString(Map.of(
                        "serial",
                        serial,
                        "code",
                        code,
                        "publicKey",
                        text(point(pair.getPublic())),
                        "deviceName",
                        deviceName))));
    }

    /** Asks for the key with a card number and the activation code (S7.10). */
    public Answer claimByCard(String card, String password, String code, String deviceName) {
        return opened(postTo(
                "/api/v1/activations/by-card",
                JSON.writeValueAsString(Map.of(
                        "card",
                        card,
                        "password",
                        password,
                        "code",
                        code,
                        "publicKey",
                        text(point(pair.getPublic())),
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
        return text(point(pair.getPublic()));
    }

    /** Opens a key that was sealed to this phone, however it came here. */
    public void receive(JsonNode told) {
        reference = told.get("reference").stringValue();
        algorithm = told.get("algorithm").stringValue();
        digits = told.get("digits").intValue();
        periodSeconds = told.get("periodSeconds").intValue();
        context = context(told.get("password").stringValue().equals("FIRST") ? 1 : 2, 2);
        key = open(
                Base64.getUrlDecoder().decode(told.get("ephemeralKey").stringValue()),
                Base64.getUrlDecoder().decode(told.get("sealedKey").stringValue()));
    }

    /** With both parts typed, the phone knows by itself how the portal calls the activation. */
    public void nameByKey() {
        reference = text(hkdf(key, "ramzineh reference v1".getBytes(StandardCharsets.US_ASCII), context, 16));
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
                : hkdf(
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
        key = base32(parameters.get("secret"));
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
        return hkdf(Arrays.copyOf(material.array(), material.position()), salt, context, length);
    }

    private byte[] open(byte[] ephemeral, byte[] sealed) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(publicKey(ephemeral), true);
            byte[] own = point(pair.getPublic());
            byte[] salt = ByteBuffer.allocate(130).put(ephemeral).put(own).array();
            byte[] okm =
                    hkdf(agreement.generateSecret(), salt, "ramzineh claim v1".getBytes(StandardCharsets.US_ASCII), 44);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(okm, 0, 32, "AES"), new GCMParameterSpec(128, okm, 32, 12));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal does not open", e);
        }
    }

    private Answer post(String step, String body) {
        return postTo("/api/v1/activations/" + reference + "/" + step, body);
    }

    private Answer postTo(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), JSON.readTree(response.body()), headers);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** RFC 5869 by hand. */
    private static byte[] hkdf(byte[] material, byte[] salt, byte[] info, int length) {
        byte[] prk = hmac(salt, material);
        byte[] result = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, i = 1; done < length; i++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) i;
            block = hmac(prk, input);
            int take = Math.min(block.length, length - done);
            System.arraycopy(block, 0, result, done, take);
            done += take;
        }
        return result;
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.security.PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(raw, 1, 33)), new BigInteger(1, Arrays.copyOfRange(raw, 33, 65)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] point(java.security.PublicKey key) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] raw = new byte[65];
        raw[0] = 4;
        put(point.getAffineX(), raw, 33);
        put(point.getAffineY(), raw, 65);
        return raw;
    }

    private static void put(BigInteger value, byte[] raw, int end) {
        byte[] bytes = value.toByteArray();
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, raw, end - length, length);
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

    private static byte[] base32(String text) {
        BigInteger bits = BigInteger.ZERO;
        for (char sign : text.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign)));
        }
        byte[] bytes = new byte[text.length() * 5 / 8];
        bits = bits.shiftRight(text.length() * 5 % 8);
        for (int i = bytes.length - 1; i >= 0; i--, bits = bits.shiftRight(8)) {
            bytes[i] = bits.byteValue();
        }
        return bytes;
    }
}
