package ir.ramzineh.channelapi;

import io.micrometer.core.instrument.MeterRegistry;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.rate.CallerRates;
import java.security.Principal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds back who asks too much or guesses too much, in the memory of a node. Questions are counted per registered client.
 * Refusals are counted per terminal: a card switch is one client for all the shops of a bank, and who guesses through one
 * payment page must not stop the others. Guesses spread over many terminals lock cards one by one (S7.13) and are told to
 * the operator; they stop nobody (security case 5).
 */
@Component
class ChannelLimits {
    private static final Logger log = LoggerFactory.getLogger(ChannelLimits.class);

    private final CallerRates requests;
    private final CallerRates refusals;
    private final CallerRates noticed;
    private final CallerRates warnings = new CallerRates(1, Duration.ofMinutes(1));
    private final MeterRegistry meters;

    ChannelLimits(ChannelSettings settings, MeterRegistry meters) {
        this.requests = new CallerRates(settings.requestsPerSecond(), Duration.ofSeconds(1));
        this.refusals = new CallerRates(settings.refusalsPerMinute(), Duration.ofMinutes(1));
        this.noticed = new CallerRates(settings.refusalsNoticed(), Duration.ofMinutes(1));
        this.meters = meters;
    }

    /**
     * Lets a channel ask one question more.
     *
     * @throws TooManyRequestsException it is over its limit
     */
    void admit(Principal channel) {
        requireNoWait(requests.take(channel.getName()));
    }

    /**
     * Lets a code of one terminal be looked at.
     *
     * @throws TooManyRequestsException too many codes of this terminal were refused lately
     */
    void admit(Principal channel, Transaction transaction) {
        requireNoWait(refusals.waitOf(terminal(channel, transaction)));
    }

    /** Counts a refused code. */
    void refused(Principal channel, Transaction transaction) {
        refusals.take(terminal(channel, transaction));
        meters.counter("ramzineh.channels.refusals", "channel", channel.getName())
                .increment();
        if (noticed.take(channel.getName()).isPositive()
                && warnings.take(channel.getName()).isZero()) {
            log.warn("Channel {} was refused uncommonly many codes in the last minute", channel.getName());
        }
    }

    private static void requireNoWait(Duration wait) {
        if (wait.isPositive()) {
            throw new TooManyRequestsException(wait);
        }
    }

    private static String terminal(Principal channel, Transaction transaction) {
        return channel.getName() + '\n' + transaction.merchantId() + '\n' + transaction.terminalId();
    }
}
