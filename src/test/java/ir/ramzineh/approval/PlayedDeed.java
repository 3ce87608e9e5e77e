package ir.ramzineh.approval;

import ir.ramzineh.staff.Permission;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deed that leaves a row for each time it is done, in the transaction it is done in. */
public final class PlayedDeed implements ApprovedDeed {
    public static final String KIND = "played-deed";

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable RuntimeException> obstacle = new AtomicReference<>();

    PlayedDeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on it fails with this; {@code null}: it succeeds. */
    void failWith(@Nullable RuntimeException failure) {
        obstacle.set(failure);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.NUMBER_CHANGE;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        jdbc.sql("insert into played_deed (approval_id, secret) values (:id, :secret)")
                .param("id", approval.id().value())
                .param("secret", payload.get("secret"))
                .update();
        RuntimeException failure = obstacle.get();
        if (failure != null) {
            throw failure;
        }
    }

    @TestConfiguration
    public static class Configuration {
        @Bean
        PlayedDeed playedDeed(JdbcClient jdbc) {
            return new PlayedDeed(jdbc);
        }
    }
}
