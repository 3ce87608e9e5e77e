package ir.ramzineh.sms;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sending of messages.
 *
 * @param headerFa name of the bank in Persian messages that concern no particular issuer
 * @param headerEn the same in English
 * @param parallel messages handed to the provider at the same time, per node
 * @param providerTimeout after which the answer of the provider counts as lost
 * @param retries waits between tries, the last one repeats until the message's time is over
 * @param retention how long rows stay for the timeline; texts go much earlier, with the life of their code
 * @param limits how often messages may be asked for, see {@link LimitRule}; a subject without a rule keeps its own
 * @param providers who carries the messages, in the order in which they are asked
 * @param circuit when a provider is left alone for a while
 * @param incoming messages from phones
 */
@ConfigurationProperties("ramzineh.sms")
record SmsSettings(
        @DefaultValue("رمزینه") String headerFa,
        @DefaultValue("Ramzineh") String headerEn,
        @DefaultValue("16") int parallel,
        @DefaultValue("10s") Duration providerTimeout,

        @DefaultValue({"1s", "2s", "5s", "10s", "20s", "40s", "60s"})
        List<Duration> retries,

        @DefaultValue("180d") Duration retention,
        @DefaultValue List<LimitRule> limits,
        @DefaultValue List<Entry> providers,
        @DefaultValue CircuitRule circuit,
        @DefaultValue Incoming incoming) {

    /**
     * One provider; the settings of its kind stand beside, such as {@code ramzineh.sms.providers[0].smpp.host}.
     *
     * @param kind {@code smpp} or {@code http}
     * @param name short name, unique among the providers
     */
    record Entry(
            @DefaultValue("") String kind, @DefaultValue("") String name) {}

    /**
     * When a provider is left alone. Only where there is another one to ask.
     *
     * @param failures failures in a row that open the circuit
     * @param openFor how long; then one message tries again
     */
    record CircuitRule(
            @DefaultValue("5") int failures,
            @DefaultValue("10s") Duration openFor) {}

    /**
     * Messages from phones.
     *
     * @param ownNumbers numbers we send from, besides the issuers' short numbers: what comes from them is never answered
     * @param repeatWindow the same text from the same phone within this time is a repeat, where the provider gives
     *     messages no id of their own
     */
    record Incoming(
            @DefaultValue List<String> ownNumbers,
            @DefaultValue("30s") Duration repeatWindow) {}

    SmsSettings {
        if (parallel < 1 || parallel > 256) {
            throw new IllegalArgumentException("ramzineh.sms.parallel is 1 to 256");
        }
        if (retries.isEmpty()) {
            throw new IllegalArgumentException("ramzineh.sms.retries holds at least one wait");
        }
        if (circuit.failures() < 1 || !circuit.openFor().isPositive()) {
            throw new IllegalArgumentException("ramzineh.sms.circuit needs at least one failure and a time above zero");
        }
        retries = List.copyOf(retries);
        providers = List.copyOf(providers);
        limits = complete(limits);
    }

    /** Nothing is ever without a limit: a subject without a rule of the operator keeps its own. */
    private static List<LimitRule> complete(List<LimitRule> given) {
        Set<LimitSubject.Kind> ruled = given.stream().map(LimitRule::subject).collect(Collectors.toSet());
        return Stream.concat(
                        given.stream(), LimitRule.DEFAULTS.stream().filter(rule -> !ruled.contains(rule.subject())))
                .toList();
    }

    /** The wait after a number of tries (1 and up). */
    Duration retryAfter(int tries) {
        return retries.get(Math.clamp(tries - 1, 0, retries.size() - 1));
    }
}
