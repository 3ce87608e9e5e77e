package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.trial.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The production jar, started wrongly in every way an operator can: one sentence, no stack trace, exit code 1. */
class RefusedStartIT {
    @TempDir
    private static Path folder;

    private static Path keys;
    private static TestDatabase database;

    @BeforeAll
    static void prepare() throws Exception {
        database = TestDatabase.shared();
        database.empty();
        keys = folder.resolve("keys.json");
        try (Started maker = Started.jar("--new-key-file=" + keys)) {
            assertThat(maker.exitCode()).isZero();
        }
    }

    @Test
    void namesTheSettingThatIsMissing() throws Exception {
        assertRefused("set spring.datasource.url");
        assertRefused("set ramzineh.vault.key-file", "--spring.datasource.url=" + database.url());
    }

    @Test
    void namesTheKeyFileThatCannotServe() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.json"), "{\"format\":1,\"keys\":\"secret\"}");
        String sentence = assertRefused(
                nonsense + " named by ramzineh.vault.key-file is not usable",
                "--spring.datasource.url=" + database.url(),
                "--ramzineh.vault.key-file=" + nonsense);
        assertThat(sentence).doesNotContain("secret");
        assertRefused(
                "ramzineh.vault.key-file cannot be read",
                "--spring.datasource.url=" + database.url(),
                "--ramzineh.vault.key-file=" + folder.resolve("nowhere.json"));
    }

    @Test
    void saysWhatTheDatabaseSaid() throws Exception {
        assertRefused("check spring.datasource.username and spring.datasource.password", settings("wrong"));
        assertRefused(
                "The database does not answer: check spring.datasource.url",
                with(
                        settings(database.password()),
                        "--spring.datasource.url=jdbc:mariadb://127.0.0.1:" + Started.freePort() + "/ramzineh"));
        assertRefused(
                "The setting spring.datasource.url must begin with jdbc:mariadb:",
                with(settings(database.password()), "--spring.datasource.url=jdbc:postgresql://127.0.0.1/ramzineh"));
    }

    @Test
    void wantsTwoPortsOfItsOwn() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertRefused(
                    "Port " + port + " is in use: end the program that holds it, or choose another with --server.port",
                    with(settings(database.password()), "--server.port=" + port));
            assertRefused(
                    "Port " + port
                            + " is in use: end the program that holds it, or choose another with --management.server.port",
                    with(
                            settings(database.password()),
                            "--server.port=" + Started.freePort(),
                            "--management.server.port=" + port));
        }
        int one = Started.freePort();
        assertRefused(
                "Health and metrics must not stand on the public port: choose a management.server.port other than server.port",
                with(settings(database.password()), "--server.port=" + one, "--management.server.port=" + one));
    }

    /** These are found by those who own the setting, once the program is on its way. */
    @Test
    void leavesTablesOfSomebodyElseAlone() throws Exception {
        database.empty();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table somebody_elses (id int)");
        }
        try {
            assertRefused(
                    "The database named in spring.datasource.url holds tables of somebody else: name an empty one.",
                    settings(database.password()));
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var tables = statement.executeQuery("show tables")) {
                assertThat(tables.next()).isTrue();
                assertThat(tables.getString(1)).isEqualTo("somebody_elses");
                assertThat(tables.next()).isFalse();
            }
        } finally {
            database.empty();
        }
    }

    private static String[] settings(String password) throws IOException {
        return new String[] {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + password,
            "--ramzineh.vault.key-file=" + keys,
            "--server.address=127.0.0.1",
            "--server.port=" + Started.freePort(),
            "--management.server.port=" + Started.freePort(),
            "--logging.level.root=error",
            "--spring.main.banner-mode=off"
        };
    }

    /** Later ones win. */
    private static String[] with(String[] settings, String... others) {
        List<String> all = new ArrayList<>(Arrays.asList(settings));
        for (String other : others) {
            String name = other.substring(0, other.indexOf('=') + 1);
            all.removeIf(setting -> setting.startsWith(name));
            all.add(other);
        }
        return all.toArray(String[]::new);
    }

    private static String assertRefused(String part, String... arguments) throws Exception {
        try (Started refused = Started.jar(arguments)) {
            int code = refused.exitCode();
            assertThat(refused.printed().strip().lines()).as(refused.printed()).hasSize(1);
            assertThat(refused.printed()).contains(part);
            assertThat(code).isEqualTo(1);
            return refused.printed();
        }
    }
}
