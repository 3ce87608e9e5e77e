package ir.ramzineh;

import java.nio.file.Path;

/**
 * Folders of the test process. Maven runs integration tests in several processes (property {@code it.forks}); what one
 * of them writes, another must not find.
 */
public final class ForkFolder {
    /** Such as {@code -2}, empty outside Maven; the same stands in the portal's setting in {@link PortalIT}. */
    private static final String NUMBER = System.getProperty("it.fork", "");

    private ForkFolder() {}

    /** {@code target/<name>} of this process. */
    public static Path of(String name) {
        return Path.of("target", name + NUMBER);
    }

    /** Where the portal of {@link PortalIT} keeps its data: the keys of the demonstration's channels stand there. */
    public static Path trial() {
        return of("trial");
    }
}
