package ir.ramzineh.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Compares, every few seconds, what this node holds with the rows that are alive. */
class SessionReaper {
    private static final int IDS_PER_QUERY = 500;

    private final NodeLocalSessions<?> sessions;
    private final JdbcClient jdbc;
    private final Clock clock;

    SessionReaper(NodeLocalSessions<?> sessions, JdbcClient jdbc, Clock clock) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ramzineh.session.reap-every:3s}")
    void run() {
        sessions.reap(this::alive);
    }

    private Set<String> alive(Set<String> ids) {
        List<String> all = new ArrayList<>(ids);
        Set<String> alive = new HashSet<>();
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            alive.addAll(jdbc.sql("""
                    select SESSION_ID from SPRING_SESSION
                    where SESSION_ID in (:ids) and EXPIRY_TIME > :now
                    """)
                    .param("ids", all.subList(from, Math.min(all.size(), from + IDS_PER_QUERY)))
                    .param("now", clock.millis())
                    .query(String.class)
                    .list());
        }
        return alive;
    }
}
