package ir.ramzineh.e2e;

import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.simulator.ReceivedSms;
import ir.ramzineh.simulator.SimulatorInbox;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text messages of one number, each read once, in the order in which they came. */
final class SimulatedPhone {
    private static final Duration DELIVERY_MAX = Patience.LONG;
    private static final int MESSAGES_READ = 200;
    private static final Pattern LAST_LINE_FOR_BROWSERS = Pattern.compile("@\\S+ #(\\d+)\\s*$");

    private final SimulatorInbox inbox;
    private final MobileNumber number;
    private final Set<Long> read = new HashSet<>();

    /** A phone whose owner has read everything that came so far. */
    SimulatedPhone(SimulatorInbox inbox, MobileNumber number) {
        this.inbox = inbox;
        this.number = number;
        unread().forEach(message -> read.add(message.id()));
    }

    /** The code of the next message that a browser could fill in by itself. */
    String webCode() {
        Matcher code = LAST_LINE_FOR_BROWSERS.matcher("");
        await().atMost(DELIVERY_MAX)
                .until(() -> unread().stream()
                        .filter(message -> code.reset(message.text()).find())
                        .peek(message -> read.add(message.id()))
                        .findFirst()
                        .isPresent());
        return code.group(1);
    }

    /** The last line of the next message with {@code words} in it. */
    String lastLineOf(String words) {
        return await().atMost(DELIVERY_MAX)
                .until(
                        () -> unread().stream()
                                .filter(message -> message.text().contains(words))
                                .peek(message -> read.add(message.id()))
                                .map(message -> message.text().lines().toList().getLast())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** What follows {@code mark} on its line, in the next message with {@code words} in it. */
    String lineOf(String words, String mark) {
        return await().atMost(DELIVERY_MAX)
                .until(
                        () -> unread().stream()
                                .filter(message -> message.text().contains(words))
                                .peek(message -> read.add(message.id()))
                                .flatMap(message -> message.text().lines())
                                .filter(line -> line.startsWith(mark))
                                .map(line -> line.substring(mark.length()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** The whole text of the next message with {@code words} in it. */
    String textWith(String words) {
        return await().atMost(DELIVERY_MAX)
                .until(
                        () -> unread().stream()
                                .filter(message -> message.text().contains(words))
                                .peek(message -> read.add(message.id()))
                                .map(ReceivedSms::text)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private List<ReceivedSms> unread() {
        return inbox.of(number, MESSAGES_READ).stream()
                .filter(message -> !read.contains(message.id()))
                .toList();
    }
}
