package ir.ramzineh.webhook;

import ir.ramzineh.audit.FollowedEvents;
import ir.ramzineh.audit.RecordedEvent;
import ir.ramzineh.kernel.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Reads the trail for the receivers. Rows may be committed out of the order of their ids: each look begins a little
 * below the end of the one before, and once an hour a long look back finds what a node with a wrong clock or a very long
 * transaction left below that. The primary key of a delivery keeps either from queueing anything twice.
 */
@Component
class EventFollower {
    private static final int ROWS = 500;
    private static final Duration LONG_LOOK_BACK = Duration.ofHours(25);
    private static final Duration LONG_LOOK_STEP = Duration.ofMinutes(10);

    private final FollowedEvents events;
    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final WebhookSettings settings;
    private final Clock clock;

    EventFollower(
            FollowedEvents events,
            EndpointTable endpoints,
            DeliveryTable deliveries,
            WebhookSettings settings,
            Clock clock) {
        this.events = events;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues what is new. */
    void follow() {
        List<EndpointTable.Follower> followers = endpoints.followers();
        if (followers.isEmpty()) {
            return;
        }
        // Before the look: what is committed meanwhile belongs to the next one. A row from a node whose clock is ahead
        // must not pull the mark into the future; the clock of the database is everybody's.
        long now = IdSource.lowestOf(deliveries.databaseTime());
        long upTo = Math.min(events.newest(), now);
        long after = IdSource.earlier(Math.min(deliveries.readUpTo(), now), settings.lookBack());
        read(followers, after, Long.MAX_VALUE);
        deliveries.readUpTo(upTo);
    }

    /** Looks at a day and an hour once more, in steps that the database answers quickly. */
    void lookBackFar() {
        List<EndpointTable.Follower> followers = endpoints.followers();
        if (followers.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant at = now.minus(LONG_LOOK_BACK);
        while (at.isBefore(now) && !Thread.currentThread().isInterrupted()) {
            Instant next = at.plus(LONG_LOOK_STEP);
            read(followers, IdSource.lowestOf(at), IdSource.lowestOf(next));
            at = next;
        }
    }

    private void read(Collection<EndpointTable.Follower> followers, long from, long upTo) {
        long floor =
                followers.stream().mapToLong(EndpointTable.Follower::from).min().orElse(Long.MAX_VALUE);
        Set<EventFamily> wanted = new TreeSet<>();
        followers.forEach(follower -> wanted.addAll(follower.families()));
        List<String> words = EventFamily.words(wanted);
        long after = Math.max(from, floor - 1);
        List<RecordedEvent> batch;
        do {
            if (after >= upTo) {
                return;
            }
            batch = events.between(after, upTo, words, ROWS);
            if (!batch.isEmpty()) {
                for (EndpointTable.Follower follower : followers) {
                    queue(follower, batch);
                }
                after = batch.getLast().id();
            }
        } while (batch.size() == ROWS);
    }

    private void queue(EndpointTable.Follower follower, List<RecordedEvent> batch) {
        Set<Long> known = deliveries.known(
                follower.id(), batch.getFirst().id(), batch.getLast().id());
        Instant now = clock.instant();
        batch.stream()
                .filter(event -> event.id() >= follower.from() && !known.contains(event.id()))
                .filter(event -> follower.families().stream().anyMatch(family -> family.covers(event.kind())))
                .forEach(event -> deliveries.queue(
                        follower.id(), event.id(), event.kind(), event.at(), EventBody.of(event), now));
    }
}
