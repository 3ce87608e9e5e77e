package ir.ramzineh.otp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a phone speaks for its token: a name and a key that both sides compute out of the token's key. */
public final class PhoneKeys {
    private static final byte[] NAME_SALT = "ramzineh phone name v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY_SALT = "ramzineh phone v1".getBytes(StandardCharsets.US_ASCII);
    private static final int NAME_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private PhoneKeys() {}

    /** What a phone calls itself: 22 characters of base64url. Not a secret. */
    public static String name(OtpKey key) {
        byte[] name = ActivationKeys.hkdf(key.bytes(), NAME_SALT, new byte[0], NAME_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    static byte[] key(OtpKey key) {
        byte[] name = name(key).getBytes(StandardCharsets.US_ASCII);
        return ActivationKeys.hkdf(key.bytes(), KEY_SALT, name, KEY_BYTES);
    }

    /**
     * The code over a request, HMAC-SHA-256. Method, path and time hold no line end, so no two requests have the same
     * bytes.
     *
     * @param time as it is sent
     * @param body as it is sent
     */
    public static byte[] mac(OtpKey key, String method, String path, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(key), HMAC));
            mac.update(head(method, path, time));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    static byte[] head(String method, String path, String time) {
        return (method + "\n" + path + "\n" + time + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
