package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing a customer may change about a password of a card. */
public sealed interface SettingsChange {
    /** Back to the static password; every token of this password dies. */
    record SwitchOff() implements SettingsChange {}

    /** Stop at once: every code is refused until {@link Unfreeze}. */
    record Freeze() implements SettingsChange {}

    record Unfreeze() implements SettingsChange {}

    /** How long a code stays good, in seconds, within the bounds of the profile. */
    record Life(int seconds) implements SettingsChange {}

    /** Largest amount one code may pay for; {@code null} takes the cap away. */
    record AmountCap(@Nullable Rial cap) implements SettingsChange {}

    /** The channels that shall be on; each must be offered by the profile. */
    record Channels(Set<CodeChannel> on) implements SettingsChange {
        public Channels {
            on = Set.copyOf(on);
        }
    }

    /** The types of transactions that codes may approve; never a change of passwords (S5.3). */
    record Types(Set<TransactionType> on) implements SettingsChange {
        public Types {
            on = Set.copyOf(on);
        }
    }

    /** The hours of the day in Tehran in which codes count, as in {@link AllowedTransactions}; 0 to 24 is all day. */
    record Hours(int from, int until) implements SettingsChange {}
}
