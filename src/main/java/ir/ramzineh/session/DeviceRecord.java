package ir.ramzineh.session;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept with a sign-in to show it to its owner later: plain kinds, not the full text a browser sends.
 *
 * @param browserKey key of a translated text
 * @param systemKey key of a translated text
 * @param clientAddress IP address at sign-in
 * @param signedInAt when
 * @param knownDevice the known browser it came from, if any
 */
record DeviceRecord(
        String browserKey,
        String systemKey,
        String clientAddress,
        Instant signedInAt,
        @Nullable Long knownDevice) implements Serializable {
    static final String ATTRIBUTE = "ramzineh.device";
    private static final long serialVersionUID = 1L;
}
