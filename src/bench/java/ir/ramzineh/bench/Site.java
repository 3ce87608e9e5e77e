package ir.ramzineh.bench;

import ir.ramzineh.trial.BenchDatabase;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Database, portal and this load driver as three processes, so that the CPU of each can be told apart. The portal is the
 * production jar with production settings, apart from the limits of a channel, which would hold the load back.
 */
final class Site implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofMinutes(2);

    private final BenchDatabase database;
    private final Process portal;
    private final int port;
    private final Vault vault;
    private final Path folder;

    private Site(BenchDatabase database, Process portal, int port, Vault vault, Path folder) {
        this.database = database;
        this.portal = portal;
        this.port = port;
        this.vault = vault;
        this.folder = folder;
    }

    /** Starts both below {@code folder}, from nothing. */
    static Site start(Path folder, Path jar) throws IOException, InterruptedException {
        SecureRandom random = new SecureRandom();
        deleteTree(folder.resolve("database"));
        Path keyFile = folder.resolve("keys.json");
        Files.deleteIfExists(keyFile);
        VaultKeys keys = VaultKeys.generate(random, Clock.systemUTC().instant());
        keys.writeTo(keyFile);
        BenchDatabase database = BenchDatabase.start(folder.resolve("database"), random);
        int port = freePort();
        ProcessBuilder portal = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g",
                        "-jar",
                        jar.toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--ramzineh.vault.key-file=" + keyFile,
                        "--ramzineh.channels.requests-per-second=1000000",
                        "--ramzineh.channels.refusals-per-minute=100000000"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("portal.log").toFile());
        portal.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        Process running = portal.start();
        Site site = new Site(database, running, port, Vault.over(keys, Clock.systemUTC()), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(site::close));
        site.awaitPortal();
        return site;
    }

    Vault vault() {
        return vault;
    }

    int port() {
        return port;
    }

    /**
     * A connection of the load driver, set up as a bank's own program would: prepared statements are kept, and nothing
     * but {@code commit} ends a transaction.
     */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(
                database.url() + "&useServerPrepStmts=true&cachePrepStmts=true&useBulkStmts=true",
                database.user(),
                database.password());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    ProcessHandle portalProcess() {
        return portal.toHandle();
    }

    ProcessHandle databaseProcess() throws IOException {
        String pid = Files.readString(folder.resolve("database").resolve("mariadbd.pid"));
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    @Override
    public void close() {
        portal.destroy();
        try {
            portal.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private void awaitPortal() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (System.nanoTime() < deadline && portal.isAlive()) {
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (probe.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        close();
        throw new IOException("The portal did not come up; see " + folder.resolve("portal.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
