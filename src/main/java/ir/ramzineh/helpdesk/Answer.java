package ir.ramzineh.helpdesk;

import ir.ramzineh.kernel.Rial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One sentence of the answer to "why does it not work?".
 *
 * @param tone how pressing it is
 * @param key of the text; {@code <key>.next} says what to do
 * @param facts for the places of the text, in order
 */
public record Answer(Tone tone, String key, List<Fact> facts) {
    public Answer {
        facts = List.copyOf(facts);
    }

    static Answer of(Tone tone, String name, Fact... facts) {
        return new Answer(tone, "desk.answer." + name, List.of(facts));
    }

    /** How pressing it is. */
    public enum Tone {
        /** This is why. */
        PROBLEM,
        /** This may be why. */
        HINT,
        /** This works. */
        FINE
    }

    /** Something a sentence says, to be written as its reader writes it. */
    public sealed interface Fact {
        /** Digits or a name, as they are. */
        record Text(String text) implements Fact {}

        record At(Instant at) implements Fact {}

        record Lasting(Duration time) implements Fact {}

        record Money(Rial amount) implements Fact {}

        record Count(long count) implements Fact {}

        /** Another text, with numbers for its places. */
        record Words(String key, List<Long> numbers) implements Fact {
            public Words {
                numbers = List.copyOf(numbers);
            }
        }
    }
}
