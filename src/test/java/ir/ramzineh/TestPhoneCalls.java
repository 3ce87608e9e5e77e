package ir.ramzineh;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * A phone whose token is active, as {@code docs/protocol/phone.md} has it; it uses no class of the portal on purpose. A
 * request can be made and sent apart, so that a test may hold something different over the line.
 */
public final class TestPhoneCalls {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicLong APART = new AtomicLong();

    /** A request that is ready to go; every part of it can be exchanged. */
    public record Call(String path, String time, String mac, String body) {
        public Call to(String otherPath) {
            return new Call(otherPath, time, mac, body);
        }

        public Call at(String otherTime) {
            return new Call(path, otherTime, mac, body);
        }

        public Call with(String otherBody) {
            return new Call(path, time, mac, otherBody);
        }

        public Call signed(String otherMac) {
            return new Call(path, time, otherMac, body);
        }
    }

    private final TestPhoneLine line;
    private final String tokens;
    private final byte[] key;
    private final String device;

    /** @param keyInHex the key of the token */
    public TestPhoneCalls(URI portal, String keyInHex, String device) {
        this(portal, "tokens", keyInHex, device);
    }

    /** @param tokens the part of the path that says which kind of token: {@code tokens} or {@code gateway-tokens} */
    public TestPhoneCalls(URI portal, String tokens, String keyInHex, String device) {
        this.tokens = tokens;
        this.line = new TestPhoneLine(portal);
        this.key = HexFormat.of().parseHex(keyInHex);
        this.device = device;
    }

    public static String newDevice() {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        return text(random);
    }

    public String name() {
        return text(derived("ramzineh phone name v1", new byte[0], 16));
    }

    public String device() {
        return device;
    }

    public Call state(Instant at) {
        return call("state", at, Map.of("device", device, "deviceName", "Pixel 9"));
    }

    public Call delete(Instant at) {
        return call("delete", at, Map.of("device", device));
    }

    public Call keep(Instant at) {
        return call("keep", at, Map.of("device", device));
    }

    public Call move(Instant at, String publicKey, String deviceName) {
        return call("moves", at, Map.of("device", device, "publicKey", publicKey, "deviceName", deviceName));
    }

    public Call call(String what, Instant at, Map<String, ?> body) {
        String path = "/api/v1/" + tokens + "/" + name() + "/" + what;
        // No two of the same millisecond, as the protocol asks.
        String time = Long.toString(at.toEpochMilli() - APART.getAndIncrement() % 1000);
        String json = JSON.writeValueAsString(new HashMap<>(body));
        return new Call(path, time, mac(path, time, json), json);
    }

    public String mac(String path, String time, String body) {
        byte[] phoneKey = derived("ramzineh phone v1", name().getBytes(StandardCharsets.US_ASCII), 32);
        return text(TestPhoneKeys.hmac(
                phoneKey, ("POST\n" + path + "\n" + time + "\n" + body).getBytes(StandardCharsets.UTF_8)));
    }

    public TestPhone.Answer send(Call call) {
        return line.post(call.path(), call.body(), "Phone-Time", call.time(), "Phone-Mac", call.mac());
    }

    private byte[] derived(String salt, byte[] info, int length) {
        return TestPhoneKeys.derive(key, salt.getBytes(StandardCharsets.US_ASCII), info, length);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
