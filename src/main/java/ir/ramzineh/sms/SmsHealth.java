package ir.ramzineh.sms;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How messages fare, for operators: what waits, and what each provider did lately. */
@Service
public class SmsHealth {
    /** What "lately" means. */
    public static final Duration LATELY = Duration.ofHours(24);

    private static final int DELAYS_MAX = 5_000;

    private final JdbcClient jdbc;
    private final SmsProviders providers;
    private final Clock clock;

    SmsHealth(JdbcClient jdbc, SmsProviders providers, Clock clock) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * The outbox.
     *
     * @param waiting messages not handed over yet
     * @param oldest when the oldest of them was written
     * @param expired messages of {@link #LATELY} whose time ended before anybody took them
     */
    public record Queue(int waiting, @Nullable Instant oldest, int expired) {}

    /**
     * A provider.
     *
     * @param ready its connection stands, as far as this node knows
     * @param leftAlone after failures in a row this node asks others first
     * @param submitted messages of {@link #LATELY} it took
     * @param delivered of these, those that reached their phone
     * @param failed of these, those that certainly did not
     * @param median half of those delivered took no longer, from handing over to the phone; null where none was
     * @param slow 95 of 100 took no longer
     */
    public record Provider(
            String name,
            boolean ready,
            boolean leftAlone,
            int submitted,
            int delivered,
            int failed,
            @Nullable Duration median,
            @Nullable Duration slow) {}

    @Transactional(readOnly = true)
    public Queue queue() {
        return jdbc.sql("""
                        select coalesce(sum(state = 'QUEUED'), 0) as waiting,
                               min(if(state = 'QUEUED', created_at, null)) as oldest,
                               coalesce(sum(state = 'EXPIRED'), 0) as expired
                        from sms_message where created_at >= :since and state in ('QUEUED', 'EXPIRED')
                        """)
                .param("since", since())
                .query((row, n) -> {
                    LocalDateTime oldest = row.getObject("oldest", LocalDateTime.class);
                    return new Queue(
                            row.getInt("waiting"),
                            oldest == null ? null : UtcTime.fromColumn(oldest),
                            row.getInt("expired"));
                })
                .single();
    }

    /** Every provider in the order in which they are asked. */
    @Transactional(readOnly = true)
    public List<Provider> providers() {
        Map<String, int[]> counts = new HashMap<>();
        jdbc.sql("""
                        select provider, count(*) as submitted, sum(state = 'DELIVERED') as delivered,
                               sum(state = 'FAILED') as failed
                        from sms_message
                        where id >= :from and provider is not null and handed_over_at >= :since
                        group by provider
                        """)
                .param("from", firstId())
                .param("since", since())
                .query((row, n) -> counts.put(
                        row.getString("provider"),
                        new int[] {row.getInt("submitted"), row.getInt("delivered"), row.getInt("failed")}))
                .list();
        List<Provider> all = new ArrayList<>();
        for (Carrier carrier : providers.all()) {
            int[] own = counts.getOrDefault(carrier.name(), new int[3]);
            List<Duration> delays = delays(carrier.name());
            all.add(new Provider(
                    carrier.name(),
                    carrier.ready(),
                    carrier.leftAlone(),
                    own[0],
                    own[1],
                    own[2],
                    percentile(delays, 50),
                    percentile(delays, 95)));
        }
        return all;
    }

    /** The newest few thousand, the quickest first. */
    private List<Duration> delays(String provider) {
        return jdbc
                .sql("""
                        select timestampdiff(microsecond, handed_over_at, ended_at) as delay from sms_message
                        where id >= :from and provider = :provider and state = 'DELIVERED' and handed_over_at >= :since
                        order by id desc limit :limit
                        """)
                .param("from", firstId())
                .param("provider", provider)
                .param("since", since())
                .param("limit", DELAYS_MAX)
                .query((row, n) -> Duration.ofMillis(Math.max(0, row.getLong("delay") / 1_000)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** The nearest rank: the smallest value that so many of a hundred do not exceed. */
    static @Nullable Duration percentile(List<Duration> sorted, int hundredths) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * hundredths + 99) / 100 - 1);
    }

    private LocalDateTime since() {
        return UtcTime.toColumn(clock.instant().minus(LATELY));
    }

    /** A message is handed over within minutes of being written, so older ids need no look. */
    private long firstId() {
        return IdSource.lowestOf(clock.instant().minus(LATELY.plusHours(1)));
    }
}
