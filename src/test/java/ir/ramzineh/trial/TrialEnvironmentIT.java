package ir.ramzineh.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mock.env.MockEnvironment;

/** Demonstration data never get into somebody's own database by surprise. */
class TrialEnvironmentIT {
    private final TestDatabase database = TestDatabase.shared();

    @TempDir
    private Path folder;

    @BeforeEach
    @AfterEach
    void empty() throws SQLException {
        database.empty();
    }

    @Test
    void anEmptyDatabaseIsFilled() {
        assertThat(demonstration(environment())).isEqualTo("true");
    }

    @Test
    void aDatabaseThatHoldsATableIsLeftAloneUnlessSomebodySaysSo() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table somebody_elses (id int)");
        }
        assertThat(demonstration(environment())).isEqualTo("false");
        assertThat(demonstration(environment().withProperty(TrialEnvironment.DEMONSTRATION, "true")))
                .isEqualTo("true");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsLeftAlone() {
        assertThat(demonstration(environment().withProperty("spring.datasource.password", "wrong")))
                .isEqualTo("false");
    }

    @Test
    void whateverPutsDemonstrationDataAnywhereAsksForThatSetting() {
        for (Class<?> loader :
                new Class<?>[] {DemonstrationBank.class, DemonstrationCustomers.class, ChannelKeyFiles.class}) {
            assertThat(loader.getAnnotation(ConditionalOnProperty.class).value())
                    .containsExactly(TrialEnvironment.DEMONSTRATION);
        }
    }

    private MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty(TrialEnvironment.FOLDER, folder.toString())
                .withProperty("spring.datasource.url", database.url())
                .withProperty("spring.datasource.username", database.user())
                .withProperty("spring.datasource.password", database.password());
    }

    private static String demonstration(MockEnvironment environment) {
        new TrialEnvironment().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(TrialEnvironment.DEMONSTRATION);
    }
}
