package ir.ramzineh.vault;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a keyed hash is for, such as {@code session.cookie}; two purposes never give the same hash for the same data.
 *
 * @param name dotted lower case, at most 64 characters
 */
public record Purpose(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    public Purpose {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A purpose is a dotted lower-case name");
        }
    }

    byte[] domain() {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
