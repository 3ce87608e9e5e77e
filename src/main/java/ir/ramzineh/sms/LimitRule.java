package ir.ramzineh.sms;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One rule of the sending policy (security case 8).
 *
 * @param subject what is counted
 * @param perPurpose each purpose by itself, or all purposes together
 * @param waits between one message and the next within the window; the last one repeats; none means no wait. Whole
 *     seconds
 * @param cap messages within the window
 * @param window begins with its first message and ends after this time; it does not slide
 */
record LimitRule(
        LimitSubject.Kind subject,
        @DefaultValue("false") boolean perPurpose,
        @DefaultValue List<Duration> waits,
        int cap,
        @DefaultValue("24h") Duration window) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final List<Duration> GROWING =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));

    /** Five requests fit into the life of a code, each later than the one before (S11.2). */
    private static final List<Duration> GROWING_IN_TWO_MINUTES =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(40));

    /** A question asked back and its answer must fit; whoever goes on asking waits longer and longer. */
    private static final List<Duration> GROWING_FOR_ANSWERS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));

    /** Addresses have wide limits: the mobile networks put very many customers behind one. */
    static final List<LimitRule> DEFAULTS = List.of(
            new LimitRule(LimitSubject.Kind.NUMBER, true, GROWING, 10, DAY),
            new LimitRule(LimitSubject.Kind.NUMBER, false, List.of(), 25, DAY),
            new LimitRule(LimitSubject.Kind.NUMBER_AFTER_PASSWORD, false, GROWING, 10, DAY),
            new LimitRule(LimitSubject.Kind.NUMBER_FOR_NEWS, true, List.of(), 20, DAY),
            new LimitRule(LimitSubject.Kind.PAYMENT, false, GROWING_IN_TWO_MINUTES, 5, Duration.ofMinutes(2)),
            new LimitRule(LimitSubject.Kind.CARD_AT_TERMINAL, false, List.of(), 15, Duration.ofMinutes(30)),
            new LimitRule(LimitSubject.Kind.CARD_AT_TERMINAL, false, List.of(), 40, DAY),
            new LimitRule(LimitSubject.Kind.NUMBER_FOR_PAYMENTS, false, List.of(), 60, DAY),
            new LimitRule(LimitSubject.Kind.NUMBER_AT_GATEWAY, false, List.of(), 30, DAY),
            new LimitRule(LimitSubject.Kind.NATIONAL_ID, true, GROWING, 10, DAY),
            new LimitRule(LimitSubject.Kind.NATIONAL_ID, false, List.of(), 25, DAY),
            new LimitRule(LimitSubject.Kind.ADDRESS, false, List.of(), 100, Duration.ofHours(1)),
            new LimitRule(LimitSubject.Kind.ADDRESS, false, List.of(), 500, DAY),
            new LimitRule(LimitSubject.Kind.NUMBER_FOR_ANSWERS, false, GROWING_FOR_ANSWERS, 15, Duration.ofHours(1)),
            new LimitRule(LimitSubject.Kind.NUMBER_FOR_ANSWERS, false, List.of(), 40, DAY),
            new LimitRule(LimitSubject.Kind.SENDER, false, List.of(), 20, Duration.ofHours(1)),
            new LimitRule(LimitSubject.Kind.SENDER, false, List.of(), 100, DAY));

    LimitRule {
        if (cap < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("A sending limit allows at least one message in at least one second");
        }
        waits = List.copyOf(waits);
    }

    /** The wait that follows the message number {@code used} of a window, in seconds. */
    long waitSecondsAfter(int used) {
        return waits.isEmpty() ? 0 : waits.get(Math.min(used, waits.size()) - 1).toSeconds();
    }

    long longestWaitSeconds() {
        return waits.stream().mapToLong(Duration::toSeconds).max().orElse(0);
    }

    /** Tells this rule's rows from those of other rules. */
    String rowKey(String purpose, LimitSubject about) {
        return "%s|%d|%s|%s".formatted(subject, window.toSeconds(), perPurpose ? purpose : "*", about.value());
    }
}
