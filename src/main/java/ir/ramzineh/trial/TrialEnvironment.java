package ir.ramzineh.trial;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Supplies what an operator would configure in production: a folder of its own, keys, and a database where none is set.
 * Everything it adds has the lowest precedence, so any setting of the user's wins.
 */
public final class TrialEnvironment implements EnvironmentPostProcessor {
    /** Folder of the trial's data; default {@code var} below the current folder. */
    public static final String FOLDER = "ramzineh.trial.folder";

    /**
     * Whether demonstration people and the switch of the trial are put into the database. Unless it is set: into the
     * embedded database and into an empty one, never into a database of somebody's own that holds a table.
     */
    static final String DEMONSTRATION = "ramzineh.trial.demonstration";

    /** Held until the process ends, so that two portals never share one folder. */
    private static @Nullable FileLock lock;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = Path.of(environment.getProperty(FOLDER, "var")).toAbsolutePath();
        claim(folder);

        Map<String, Object> settings = new HashMap<>();
        settings.put(FOLDER, folder.toString());
        settings.put("ramzineh.trial.active", "true");
        settings.put("ramzineh.number-ownership.adapter", "trial");
        // A receiver of webhooks to try out runs on the same machine.
        settings.put("ramzineh.webhooks.networks", "127.0.0.0/8,::1/128");
        SecureRandom random = random();
        if (!environment.containsProperty("ramzineh.vault.key-file")
                && !environment.containsProperty("ramzineh.vault.keys")) {
            settings.put(
                    "ramzineh.vault.key-file",
                    TrialKeys.in(folder, random, Clock.systemUTC().instant()).toString());
        }
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), random);
            SpringApplication.getShutdownHandlers().add(database::stop);
            settings.put("spring.datasource.url", database.url());
            settings.put("spring.datasource.username", database.user());
            settings.put("spring.datasource.password", database.password());
            settings.put(DEMONSTRATION, "true");
        } else {
            settings.put(DEMONSTRATION, Boolean.toString(isEmpty(environment, url)));
        }
        environment.getPropertySources().addLast(new MapPropertySource("trial", settings));
    }

    /** A database that does not answer is told of elsewhere; nothing is put into it. */
    private static boolean isEmpty(ConfigurableEnvironment environment, String url) {
        try (Connection connection = DriverManager.getConnection(
                        url,
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"));
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select 1 from information_schema.tables where table_schema = database() limit 1")) {
            return !tables.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static SecureRandom random() {
        try {
            return SecureRandom.getInstanceStrong();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has a strong random source", e);
        }
    }

    private static synchronized void claim(Path folder) {
        if (lock != null) {
            return;
        }
        try {
            OwnerOnly.folder(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock claimed = channel.tryLock();
            if (claimed == null) {
                channel.close();
                throw inUse(folder);
            }
            lock = claimed;
        } catch (OverlappingFileLockException e) {
            throw inUse(folder);
        } catch (IOException e) {
            throw new StartupProblem(
                    "The folder %s cannot be written; choose another with --%s or make it writable."
                            .formatted(folder, FOLDER),
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new StartupProblem("The folder %s cannot be written; choose another with --%s or make it writable."
                    .formatted(folder, FOLDER));
        }
    }

    private static StartupProblem inUse(Path folder) {
        return new StartupProblem(
                "Another Ramzineh is running in %s; stop it first, or choose another folder with --%s."
                        .formatted(folder, FOLDER));
    }
}
