package ir.ramzineh.token;

import ir.ramzineh.kernel.InvalidValueException;
import java.util.regex.Pattern;

/**
 * How a phone names an activation: 128 random bits as 22 characters of unpadded base64url. Stands in the QR and in the
 * path of the phone's requests; knowing it gives no key, no code and no message to any other number.
 */
public record ActivationRef(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    public ActivationRef {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("error.activation.reference");
        }
    }

    @Override
    public String toString() {
        return value.substring(0, 4) + "…";
    }
}
