package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.trial.TestDatabase;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultKeys;
import ir.ramzineh.verification.PlayedCard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An installation as an operator makes it: the production jar, a database that was empty, a key file, and the commands of
 * docs/operations. Each is a process of its own.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Path keys;
    private static TestDatabase database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void prepare() throws Exception {
        database = TestDatabase.shared();
        database.empty();
        jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        keys = folder.resolve("keys.json");
    }

    @Test
    @Order(1)
    void makesItsKeysOnceAndNeverOverThem() throws Exception {
        assertThat(command(0, "--new-key-file=" + keys)).contains("Keys were made in " + keys);
        String made = Files.readString(keys);
        assertThat(command(1, "--new-key-file=" + keys)).contains("never overwritten");
        assertThat(keys).hasContent(made);
    }

    @Test
    @Order(2)
    void importsTheBanksFilesOrNothing() throws Exception {
        Path files = Files.createDirectory(folder.resolve("bank"));
        Path customers = files.resolve("customers.csv");
        String head = "national_id,name_fa,name_en,birth_date,mobile\n";
        Files.writeString(
                customers, head + "0012345679,آزمون,Azmoun,1370/01/01,09120003008\n123,ب,B,1370/01/01,09120003009\n");
        assertThat(command(1, "--import=" + files))
                .contains("customers.csv, line 3, column national_id")
                .contains("Refused");
        assertThat(imported()).isZero();

        Files.writeString(customers, head + "0012345679,آزمون,Azmoun,1370/01/01,09120003008\n");
        assertThat(command(0, "--import=" + files)).contains("Imported.").doesNotContain("INFO", "0012345679");
        assertThat(imported()).isOne();
    }

    @Test
    @Order(4)
    void theKeysAreRotatedByCommands() throws Exception {
        assertThat(command(0, "--ramzineh.vault.rotate=add", "--ramzineh.vault.rotation-head-start=0s"))
                .contains("New keys were added");
        assertThat(Files.readString(keys)).contains("\"id\" : 2").contains("PEPPER");
    }

    @Test
    @Order(5)
    void servesWithManagementApartAndFinishesWhatItBeganWhenToldToStop() throws Exception {
        List<String> printed = command(0, "--channel.add=card-switch", "--scopes=verification")
                .strip()
                .lines()
                .toList();
        String key = printed.getLast();
        assertThat(printed).hasSize(2);
        assertThat(key).startsWith("rz.card-switch.");
        Vault vault = Vault.over(VaultKeys.parse(Files.readString(keys)), Clock.systemUTC());
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, new IdSource(Clock.systemUTC(), new SecureRandom()));
        int port = Started.freePort();
        int management = Started.freePort();
        try (Started portal = Started.jar(settings(
                "--server.port=" + port,
                "--management.server.port=" + management,
                // The question waits for its row until the portal has been told to stop.
                "--spring.datasource.hikari.data-source-properties.socketTimeout=120000",
                "--spring.datasource.hikari.data-source-properties.sessionVariables="
                        + "innodb_lock_wait_timeout=60,idle_transaction_timeout=300"))) {
            portal.awaitPrinted("Started Application");
            assertThat(get(management, "/actuator/health").body()).contains("\"status\"");
            assertThat(get(management, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
            for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/simulator/phone")) {
                HttpResponse<String> open = get(port, path);
                assertThat(open.body()).as(path).doesNotContain("\"status\":\"", "jvm_memory", "_links", "simulator-");
            }
            CompletableFuture<HttpResponse<String>> answer;
            try (Connection holder = database.connect()) {
                holder.setAutoCommit(false);
                holder.createStatement()
                        .executeQuery("select * from card_password where card_id = "
                                + card.id().value() + " for update");
                answer = HTTP.sendAsync(question(port, key, card), HttpResponse.BodyHandlers.ofString());
                awaitWaiting(holder);
                portal.terminate();
                portal.awaitPrinted("Commencing graceful shutdown");
                holder.rollback();
            }
            assertThat(answer.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS).body())
                    .contains("ACCEPTED");
            // 128 + 15: ended by SIGTERM, after everything was put in order.
            assertThat(portal.exitCode()).isEqualTo(143);
            assertThat(portal.printed())
                    .contains("Graceful shutdown complete")
                    .doesNotContain(key)
                    .doesNotContain("Exception");
        }
    }

    /** Until the question stands at the row that {@code holder} holds. */
    private static void awaitWaiting(Connection holder) throws Exception {
        for (int i = 0; i < 2_400; i++) {
            try (var waiting = holder.createStatement()
                    .executeQuery(
                            "select count(*) from information_schema.processlist where info like '%card_password%'"
                                    + " and id <> connection_id()")) {
                waiting.next();
                if (waiting.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the question never reached the row");
    }

    private static HttpRequest question(int port, String key, PlayedCard card) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/verifications"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(card.question("last-1", card.code(Instant.now()))))
                .build();
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int imported() {
        return jdbc.sql("select count(*) from corebank_customer")
                .query(Integer.class)
                .single();
    }

    private static String command(int code, String... arguments) throws Exception {
        try (Started command = Started.jar(settings(arguments))) {
            int exit = command.exitCode();
            assertThat(exit).as(command.printed()).isEqualTo(code);
            return command.printed();
        }
    }

    private static String[] settings(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--ramzineh.vault.key-file=" + keys,
                "--server.address=127.0.0.1"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
