package ir.ramzineh.helpdesk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.helpdesk.*}.
 *
 * @param lookLife how long a reason opens a customer's page, in the sign-in in which it was given
 * @param looksPerDay searches and pages of one member in a day of Tehran; the one beyond is refused and the auditors are
 *     told
 * @param looksAtEase so many within {@code easeWindow} need no wait; each one more waits twice as long as the one before
 * @param easeWindow see {@code looksAtEase}
 * @param longestWait between two
 * @param kept how long looks are kept here; the trail keeps them by its own rule
 */
@ConfigurationProperties("ramzineh.helpdesk")
record HelpdeskSettings(
        @DefaultValue("15m") Duration lookLife,
        @DefaultValue("400") int looksPerDay,
        @DefaultValue("40") int looksAtEase,
        @DefaultValue("10m") Duration easeWindow,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("2d") Duration kept) {
    HelpdeskSettings {
        if (looksPerDay < 1 || looksAtEase < 1 || lookLife.toSeconds() < 1 || longestWait.toSeconds() < 1) {
            throw new IllegalArgumentException("ramzineh.helpdesk: limits and times are at least one");
        }
    }
}
