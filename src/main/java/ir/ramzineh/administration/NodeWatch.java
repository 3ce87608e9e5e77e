package ir.ramzineh.administration;

import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.ProfileProblem;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Every node says every few seconds that it is there, and reads profiles again when somebody asked for it anywhere. */
@Service
public class NodeWatch {
    /** A node that has not been heard of for so long is gone. */
    public static final Duration GONE_AFTER = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(NodeWatch.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int PROBLEM_LENGTH_MAX = 500;

    private final JdbcClient jdbc;
    private final Issuers issuers;
    private final Permissions permissions;
    private final Clock clock;
    private final String name;
    private final Instant startedAt;
    private long generation = -1;
    private @Nullable String problem;

    NodeWatch(JdbcClient jdbc, Issuers issuers, Permissions permissions, Clock clock) {
        this.jdbc = jdbc;
        this.issuers = issuers;
        this.permissions = permissions;
        this.clock = clock;
        this.name = ownName();
        this.startedAt = clock.instant();
    }

    /**
     * A node.
     *
     * @param apart its clock less the database's
     * @param profiles names the profiles it uses; the same on nodes that use the same
     * @param profileProblem why it could not read its profiles again, in English
     * @param here it is the one that answers this
     */
    public record Node(
            String name,
            Instant startedAt,
            Instant seenAt,
            Duration apart,
            String profiles,
            @Nullable String profileProblem,
            boolean here,
            boolean gone) {}

    /** The nodes of the last hour, by name. */
    public List<Node> nodes(StaffId who) {
        permissions.require(who, Permission.JOBS_VIEW);
        Instant shared = databaseTime();
        return jdbc.sql("select * from portal_node where seen_at >= :since order by name")
                .param("since", UtcTime.toColumn(shared.minus(FORGOTTEN_AFTER)))
                .query((row, n) -> {
                    Instant seen = UtcTime.fromColumn(row.getObject("seen_at", LocalDateTime.class));
                    return new Node(
                            row.getString("name"),
                            UtcTime.fromColumn(row.getObject("started_at", LocalDateTime.class)),
                            seen,
                            Duration.ofMillis(row.getLong("apart_millis")),
                            row.getString("profiles"),
                            row.getString("profile_problem"),
                            row.getString("name").equals(name),
                            seen.isBefore(shared.minus(GONE_AFTER)));
                })
                .list();
    }

    @Scheduled(fixedDelayString = "${ramzineh.nodes.beat-every:15s}")
    void beat() {
        try {
            follow();
            say();
        } catch (DataAccessException | TransactionException away) {
            // Health says so already; the next beat tries again.
            log.debug("The database does not answer", away);
        }
    }

    /** This node has read its profiles just now. */
    synchronized void readHere() {
        generation = asked();
        problem = null;
        say();
    }

    private synchronized void follow() {
        long asked = asked();
        if (generation < 0) {
            // What was asked for before this node started is what it read at the start.
            generation = asked;
        }
        if (asked == generation) {
            return;
        }
        Optional<ProfileProblem> found = issuers.reload();
        generation = asked;
        problem = found.map(NodeWatch::words).orElse(null);
        found.ifPresent(each -> log.error("The profiles could not be read again: {}", words(each)));
    }

    private static String words(ProfileProblem problem) {
        String words =
                problem.file() + ":" + problem.line() + " " + problem.field() + ": expected " + problem.expected();
        return words.length() <= PROBLEM_LENGTH_MAX ? words : words.substring(0, PROBLEM_LENGTH_MAX);
    }

    private synchronized void say() {
        Instant shared = databaseTime();
        jdbc.sql("""
                insert into portal_node (name, started_at, seen_at, apart_millis, profiles, generation, profile_problem)
                values (:name, :started, :seen, :apart, :profiles, :generation, :problem)
                on duplicate key update started_at = values(started_at), seen_at = values(seen_at),
                    apart_millis = values(apart_millis), profiles = values(profiles),
                    generation = values(generation), profile_problem = values(profile_problem)
                """)
                .param("name", name)
                .param("started", UtcTime.toColumn(startedAt))
                .param("seen", UtcTime.toColumn(shared))
                .param("apart", Duration.between(shared, clock.instant()).toMillis())
                .param("profiles", issuers.fingerprint())
                .param("generation", generation)
                .param("problem", problem, Types.VARCHAR)
                .update();
        jdbc.sql("delete from portal_node where seen_at < :before")
                .param("before", UtcTime.toColumn(shared.minus(FORGOTTEN_AFTER)))
                .update();
    }

    private long asked() {
        return jdbc.sql("select generation from issuer_reload where id = 1")
                .query(Long.class)
                .single();
    }

    private Instant databaseTime() {
        return UtcTime.fromColumn(
                jdbc.sql("select utc_timestamp(3)").query(LocalDateTime.class).single());
    }

    private static String ownName() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unknown) {
            host = "node";
        }
        String shortened = host.length() <= 80 ? host : host.substring(0, 80);
        return shortened + "/" + ProcessHandle.current().pid();
    }
}
