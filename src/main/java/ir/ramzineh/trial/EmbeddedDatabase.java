package ir.ramzineh.trial;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server for one machine: on loopback, behind a password, with its data kept between runs. When the
 * server process dies while the portal lives it is started again on the same port; when the portal died, the next start
 * ends the server that was left behind.
 */
final class EmbeddedDatabase {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "ramzineh";
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final int RESTARTS_MAX = 10;

    private final Path home;
    private final DatabaseInstallation installation;
    private final String password;
    private final int port;
    private volatile boolean stopping;
    private volatile @Nullable Process server;
    private int restarts;

    private EmbeddedDatabase(Path home, DatabaseInstallation installation, String password, int port) {
        this.home = home;
        this.installation = installation;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server of {@code home}, installing it first where it is not there yet.
     *
     * @throws StartupProblem when the folder cannot be used or the server does not come up
     */
    static EmbeddedDatabase start(Path home, SecureRandom random) {
        try {
            Files.createDirectories(home);
            endLeftover(pidFile(home));
            Files.deleteIfExists(home.resolve("mariadb.log"));
            DatabaseInstallation installation = DatabaseInstallation.in(home);
            installation.complete();
            EmbeddedDatabase database = new EmbeddedDatabase(home, installation, password(home, random), freePort());
            database.serve();
            database.awaitReady();
            return database;
        } catch (IOException e) {
            throw new StartupProblem(
                    "The embedded database cannot be installed in %s (%s); make the folder writable or set spring.datasource.url to a MariaDB server of yours."
                            .formatted(home.toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:%d/%s?sslMode=disable".formatted(port, NAME);
    }

    String user() {
        return NAME;
    }

    String password() {
        return password;
    }

    /** Ends the server in good order; called after the portal has closed its connections. */
    void stop() {
        stopping = true;
        Process running = server;
        if (running != null) {
            end(running.toHandle());
        }
    }

    private void serve() throws IOException {
        Path grants = Files.writeString(ownFile(home.resolve("grants.sql")), grantStatements());
        List<String> command =
                new ArrayList<>(List.of(installation.server().toAbsolutePath().toString(), "--no-defaults"));
        command.addAll(installation.folders());
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // None: nobody uses it, and its path has to be shorter than folders may be.
                "--socket=",
                "--pid-file=" + pidFile(home).toAbsolutePath(),
                "--init-file=" + grants.toAbsolutePath(),
                "--skip-ssl",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-rollback-on-timeout=1",
                "--innodb-lock-wait-timeout=15",
                "--innodb-buffer-pool-size=256M",
                "--max-connections=200"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("mariadb.log").toFile()));
        builder.environment().put(installation.libraryVariable(), installation.libraryPath());
        Process started = builder.start();
        server = started;
        Thread.ofVirtual().name("embedded-database-watch").start(() -> restartAfter(started));
    }

    private void restartAfter(Process watched) {
        try {
            watched.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!stopping) {
            restart(watched);
        }
    }

    private synchronized void restart(Process ended) {
        if (++restarts > RESTARTS_MAX) {
            log.error(
                    "The embedded database ended {} times; it is not started again, see {}",
                    restarts,
                    home.resolve("mariadb.log"));
            return;
        }
        log.warn("The embedded database ended unexpectedly (exit {}); starting it again", ended.exitValue());
        try {
            serve();
        } catch (IOException e) {
            log.error("The embedded database could not be started again", e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        SQLException last = null;
        while (System.nanoTime() < deadline && restarts == 0) {
            try {
                DriverManager.getConnection(url(), NAME, password).close();
                Files.deleteIfExists(home.resolve("grants.sql"));
                // For tools of the owner's; the password stands in a file of its own beside it.
                Files.writeString(home.resolve("url"), url());
                return;
            } catch (SQLException e) {
                last = e;
                pause();
            } catch (IOException e) {
                throw new StartupProblem("The folder %s cannot be written.".formatted(home.toAbsolutePath()), e);
            }
        }
        stop();
        throw new StartupProblem(
                "The embedded database did not come up; its log is %s."
                        .formatted(home.resolve("mariadb.log").toAbsolutePath()),
                last);
    }

    private String grantStatements() {
        return """
                create database if not exists %1$s character set utf8mb4;
                create user if not exists '%1$s'@'127.0.0.1' identified by '%2$s';
                alter user '%1$s'@'127.0.0.1' identified by '%2$s';
                grant all privileges on %1$s.* to '%1$s'@'127.0.0.1';
                alter user 'root'@'localhost' identified by '%2$s';
                drop user if exists ''@'localhost';
                """.formatted(NAME, password);
    }

    private static void endLeftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        Optional<ProcessHandle> leftover = ProcessHandle.of(pid).filter(EmbeddedDatabase::isServer);
        leftover.ifPresent(process -> {
            log.warn("Ending the embedded database that an earlier run left behind (process {})", pid);
            end(process);
        });
        Files.deleteIfExists(pidFile);
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("mariadbd") || command.contains("mysqld"))
                .orElse(false);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static String password(Path home, SecureRandom random) throws IOException {
        Path file = home.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        Files.writeString(ownFile(file), password);
        return password;
    }

    /** Creates {@code file} readable by its owner alone, where the file system knows owners. */
    private static Path ownFile(Path file) throws IOException {
        return OwnerOnly.create(file);
    }

    private static Path pidFile(Path home) {
        return home.resolve("mariadbd.pid");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
