package ir.ramzineh.sms.http;

import ir.ramzineh.sms.SmsCallbacks.Signed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over the time and the body of a request, the same in both directions. */
final class Signature {
    static final String TIMESTAMP_HEADER = "Ramzineh-Timestamp";
    static final String SIGNATURE_HEADER = "Ramzineh-Signature";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private Signature() {}

    static Signed of(String secret, Instant now, String body) {
        String timestamp = Long.toString(now.getEpochSecond());
        return new Signed(timestamp, HexFormat.of().formatHex(mac(secret, timestamp, body)), body);
    }

    /** Whether the request was signed with this secret, within {@code tolerance} of now: clocks differ both ways. */
    static boolean good(String secret, Signed request, Instant now, Duration tolerance) {
        if (!SECONDS.matcher(request.timestamp()).matches()
                || !HEX.matcher(request.signature()).matches()) {
            return false;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(request.timestamp()));
        byte[] expected = mac(secret, request.timestamp(), request.body());
        boolean same = MessageDigest.isEqual(expected, HexFormat.of().parseHex(request.signature()));
        return same && Duration.between(signedAt, now).abs().compareTo(tolerance) <= 0;
    }

    private static byte[] mac(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '.');
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
