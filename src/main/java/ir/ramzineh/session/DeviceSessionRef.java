package ir.ramzineh.session;

import ir.ramzineh.kernel.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Names one sign-in in lists and buttons. It is the row's key and not the session id: whoever reads it in a page cannot
 * make a cookie of it, and ending a sign-in by it also checks whose it is.
 *
 * @param value 36 characters, a UUID
 */
public record DeviceSessionRef(String value) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public DeviceSessionRef {
        if (!UUID.matcher(value).matches()) {
            throw new InvalidValueException("error.id");
        }
    }
}
