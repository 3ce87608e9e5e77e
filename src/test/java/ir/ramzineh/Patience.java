package ir.ramzineh;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what is sure to come. No statement about speed: a machine that is shared may be taken away
 * from a test for many seconds, and a wait that ends well ends at once.
 */
public final class Patience implements BeforeAllCallback {
    public static final Duration LONG = Duration.ofMinutes(4);

    /** JUnit finds this class by itself, so that a wait that names no time is as patient. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
