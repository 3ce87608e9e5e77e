package ir.ramzineh.token;

import ir.ramzineh.kernel.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * By what a phone is told from a copy of its key: 128 random bits, made by the phone once for one token.
 *
 * @param text 22 characters of base64url
 */
public record DeviceId(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** @throws InvalidValueException {@code error.phone.device} */
    public DeviceId {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValueException("error.phone.device");
        }
    }

    /** What is stored of it: SHA-256. */
    public byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "DeviceId[]";
    }
}
