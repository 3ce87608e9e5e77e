package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The worked examples in docs/protocol/phone.md are what this program computes; the browser's app is built on them. */
class PhoneVectorsTest {
    private static final Path DOCS = Path.of("docs/protocol");
    private static final OtpKey KEY =
            new OtpKey(HexFormat.of().parseHex("8fd34ef9f86b9889002d64fd1f9e19a0b20b131bd871f2fa03499cf055814122"));

    @Test
    void theExamplesInTheFileAreWhatThisProgramComputes() throws Exception {
        assertThat(read("phone-vectors.json")).isEqualTo(computed());
    }

    @Test
    void theExamplesInThePageAreThoseInTheFile() throws Exception {
        String page = Files.readString(DOCS.resolve("phone.md")).replaceAll("(?m)^>|[\\s`]+", "");
        Map<String, Map<String, String>> examples = computed();
        // Shown in activation.md, where the seal is explained.
        examples.get("move").remove("ephemeralKey");
        examples.get("move").remove("sealedKey");
        for (var example : examples.values()) {
            for (var value : example.entrySet()) {
                assertThat(page).as(value.getKey()).contains(value.getValue().replaceAll("\\s+", ""));
            }
        }
    }

    @Test
    void everyPartOfARequestIsUnderItsCode() {
        byte[] body = bytes("{}");
        byte[] mac = PhoneKeys.mac(KEY, "POST", "/a", "1795305630000", body);
        assertThat(PhoneKeys.mac(KEY, "GET", "/a", "1795305630000", body)).isNotEqualTo(mac);
        assertThat(PhoneKeys.mac(KEY, "POST", "/b", "1795305630000", body)).isNotEqualTo(mac);
        assertThat(PhoneKeys.mac(KEY, "POST", "/a", "1795305630001", body)).isNotEqualTo(mac);
        assertThat(PhoneKeys.mac(KEY, "POST", "/a", "1795305630000", bytes("{ }")))
                .isNotEqualTo(mac);
        OtpKey other = new OtpKey(new byte[32]);
        assertThat(PhoneKeys.mac(other, "POST", "/a", "1795305630000", body)).isNotEqualTo(mac);
        assertThat(PhoneKeys.name(other)).isNotEqualTo(PhoneKeys.name(KEY));
    }

    private static Map<String, Map<String, String>> computed() throws Exception {
        Map<String, Map<String, String>> examples = new LinkedHashMap<>();
        examples.put("request", request());
        examples.put("move", move());
        return examples;
    }

    private static Map<String, String> request() {
        String path = "/api/v1/tokens/" + PhoneKeys.name(KEY) + "/state";
        String time = "1795305630000";
        String body = "{\"device\":\"AAECAwQFBgcICQoLDA0ODw\",\"deviceName\":\"Pixel 9\"}";
        String persianBody = "{\"device\":\"AAECAwQFBgcICQoLDA0ODw\",\"deviceName\":\"گوشی مینا\"}";
        Map<String, String> values = new LinkedHashMap<>();
        values.put("key", hex(KEY.bytes()));
        values.put("name", PhoneKeys.name(KEY));
        values.put("phoneKey", hex(PhoneKeys.key(KEY)));
        values.put("method", "POST");
        values.put("path", path);
        values.put("time", time);
        values.put("body", body);
        values.put("message", hex(PhoneKeys.head("POST", path, time)) + hex(bytes(body)));
        values.put("mac", text(PhoneKeys.mac(KEY, "POST", path, time, bytes(body))));
        values.put("persianBody", persianBody);
        values.put("persianMac", text(PhoneKeys.mac(KEY, "POST", path, time, bytes(persianBody))));
        return values;
    }

    /** Bytes that pass between two phones; the portal never sees them, so they are put together here. */
    private static Map<String, String> move() throws Exception {
        Map<String, String> claim = read("activation-vectors.json").get("claim");
        byte[] phone = Base64.getUrlDecoder().decode(claim.get("phoneKey"));
        byte[] wish = joined(new byte[] {1, 3}, phone, block(bytes("Pixel 10")));
        byte[] answer = joined(
                new byte[] {1, 4, 2, 2, 8, 0, 60},
                block(bytes("7KQ2M9XA")),
                block(bytes("mehr-iran")),
                block(bytes("مهر ایران")),
                block(bytes("606373******8767")),
                new byte[] {0},
                Base64.getUrlDecoder().decode(claim.get("ephemeralKey")),
                block(Base64.getUrlDecoder().decode(claim.get("sealedKey"))));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(phone);
        long first = Long.parseLong(hex(digest).substring(0, 8), 16);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("publicKey", claim.get("phoneKey"));
        values.put("checkNumber", "%06d".formatted(first % 1_000_000));
        values.put("deviceName", "Pixel 10");
        values.put("wishBytes", hex(wish));
        values.put("wishUrl", "https://bank.example/ramzna/#" + text(wish));
        values.put("ephemeralKey", claim.get("ephemeralKey"));
        values.put("sealedKey", claim.get("sealedKey"));
        values.put("answerBytes", hex(answer));
        values.put("answerUrl", "https://bank.example/ramzna/#" + text(answer));
        return values;
    }

    private static Map<String, Map<String, String>> read(String file) throws Exception {
        return JsonMapper.shared().readValue(Files.readString(DOCS.resolve(file)), new TypeReference<>() {});
    }

    private static byte[] block(byte[] content) {
        return joined(new byte[] {(byte) content.length}, content);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
