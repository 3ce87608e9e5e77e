package ir.ramzineh.trial;

import java.nio.file.Path;
import java.security.SecureRandom;

/** Lends the embedded database to the benchmark, which needs it in a process apart from the portal's. */
public final class BenchDatabase implements AutoCloseable {
    private final EmbeddedDatabase database;

    private BenchDatabase(EmbeddedDatabase database) {
        this.database = database;
    }

    /** Starts a server of its own in {@code folder}, installing it first. */
    public static BenchDatabase start(Path folder, SecureRandom random) {
        return new BenchDatabase(EmbeddedDatabase.start(folder, random));
    }

    public String url() {
        return database.url();
    }

    public String user() {
        return database.user();
    }

    public String password() {
        return database.password();
    }

    @Override
    public void close() {
        database.stop();
    }
}
