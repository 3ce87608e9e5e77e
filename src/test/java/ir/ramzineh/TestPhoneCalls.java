package ir.ramzineh;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI portal;
    private final byte[] key;
    private final String device;

    /** @param keyInHex the key of the token */
    public TestPhoneCalls(URI portal, String keyInHex, String device) {
        this.portal = portal;
        this.key = HexFormat.of().parseHex(keyInHex);
        this.device = device;
    }

    public static String newDevice() {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        return text(random);
    }

    public String name() {
        return text(hkdf("ramzineh phone name v1", new byte[0], 16));
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
        String path = "/api/v1/tokens/" + name() + "/" + what;
        // No two of the same millisecond, as the protocol asks.
        String time = Long.toString(at.toEpochMilli() - APART.getAndIncrement() % 1000);
        String json = JSON.writeValueAsString(new HashMap<>(body));
        return new Call(path, time, mac(path, time, json), json);
    }

    public String mac(String path, String time, String body) {
        byte[] phoneKey = hkdf("ramzineh phone v1", name().getBytes(StandardCharsets.US_ASCII), 32);
        return text(hmac(phoneKey, ("POST\n" + path + "\n" + time + "\n" + body).getBytes(StandardCharsets.UTF_8)));
    }

    public TestPhone.Answer send(Call call) {
        HttpRequest request = HttpRequest.newBuilder(portal.resolve(call.path()))
                .header("Content-Type", "application/json")
                .header("Phone-Time", call.time())
                .header("Phone-Mac", call.mac())
                .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new TestPhone.Answer(response.statusCode(), JSON.readTree(response.body()), headers);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** RFC 5869 by hand; one block is enough. */
    private byte[] hkdf(String salt, byte[] info, int length) {
        byte[] prk = hmac(salt.getBytes(StandardCharsets.US_ASCII), key);
        byte[] input = Arrays.copyOf(info, info.length + 1);
        input[info.length] = 1;
        return Arrays.copyOf(hmac(prk, input), length);
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

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
