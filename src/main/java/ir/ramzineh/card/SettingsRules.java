package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change would bring, or why it is not possible; decided from the settings alone. */
final class SettingsRules {
    private SettingsRules() {}

    /**
     * What will be true after {@code change}.
     *
     * @throws InvalidValueException it is out of bounds, changes nothing, or does not fit the state
     */
    static List<Consequence> consequences(CardSettings now, SettingsChange change) {
        return switch (change) {
            case SettingsChange.SwitchOff() -> switchOff(now);
            case SettingsChange.Freeze() -> freeze(now);
            case SettingsChange.Unfreeze() -> unfreeze(now);
            case SettingsChange.Life(int seconds) -> life(now, seconds);
            case SettingsChange.AmountCap(Rial cap) -> cap(now, cap);
            case SettingsChange.Channels(Set<CodeChannel> on) -> channels(now, on);
            case SettingsChange.Types(Set<TransactionType> on) -> types(now, on);
            case SettingsChange.Hours(int from, int until) -> hours(now, from, until);
        };
    }

    private static List<Consequence> switchOff(CardSettings now) {
        if (now.password().state() == PasswordState.STATIC) {
            throw new InvalidValueException("error.card.not-dynamic");
        }
        List<Consequence> all = new ArrayList<>();
        all.add(Consequence.of("consequence.switch-off.tokens"));
        if (now.disablesStatic()) {
            all.add(Consequence.of("consequence.switch-off.static-again"));
        } else {
            all.add(Consequence.of("consequence.switch-off.static-stays"));
        }
        all.add(Consequence.of(
                now.kind() == PasswordKind.FIRST
                        ? "consequence.switch-off.second-untouched"
                        : "consequence.switch-off.first-untouched"));
        all.add(Consequence.of("consequence.switch-off.activate-again"));
        return all;
    }

    private static List<Consequence> freeze(CardSettings now) {
        requireUsable(now);
        if (now.password().frozen()) {
            throw new InvalidValueException("error.card.frozen-already");
        }
        List<Consequence> all = new ArrayList<>();
        all.add(Consequence.of("consequence.freeze.refused"));
        if (now.disablesStatic()) {
            all.add(Consequence.of("consequence.freeze.static-stays-off"));
        }
        if (now.password().state() == PasswordState.DYNAMIC) {
            all.add(Consequence.of("consequence.freeze.tokens-stay"));
        }
        all.add(Consequence.of("consequence.freeze.undo"));
        return all;
    }

    /** In every state: "it was not me" freezes in every state too. */
    private static List<Consequence> unfreeze(CardSettings now) {
        if (!now.password().frozen()) {
            throw new InvalidValueException("error.card.not-frozen");
        }
        return List.of(Consequence.of("consequence.unfreeze.accepted-again"));
    }

    private static List<Consequence> life(CardSettings now, int seconds) {
        requireUsable(now);
        if (now.password().state() != PasswordState.DYNAMIC) {
            // The life of a code for one payment is the bank's (S11.2).
            throw new InvalidValueException("error.card.not-dynamic");
        }
        if (seconds < now.lifeSecondsMin() || seconds > now.lifeSecondsMax()) {
            throw new InvalidValueException("error.card.life", now.lifeSecondsMin(), now.lifeSecondsMax());
        }
        requireChange(seconds != now.lifeSeconds());
        return List.of(
                Consequence.of("consequence.life.seconds", seconds), Consequence.of("consequence.life.not-shorter"));
    }

    private static List<Consequence> cap(CardSettings now, @Nullable Rial cap) {
        requireUsable(now);
        Rial before = now.amountCap();
        if (cap == null) {
            requireChange(before != null);
            return List.of(Consequence.of("consequence.cap.none"));
        }
        if (cap.amount() == 0) {
            throw new InvalidValueException("error.card.cap");
        }
        requireChange(!cap.equals(before));
        return List.of(
                Consequence.of("consequence.cap.above", cap.amount()), Consequence.of("consequence.cap.code-spent"));
    }

    private static List<Consequence> channels(CardSettings now, Set<CodeChannel> on) {
        requireUsable(now);
        if (!now.channelsOffered().containsAll(on)) {
            throw new InvalidValueException("error.card.channel");
        }
        requireChange(!on.equals(now.channelsOn()));
        List<Consequence> all = new ArrayList<>();
        for (CodeChannel channel : CodeChannel.values()) {
            if (now.channelsOffered().contains(channel)
                    && on.contains(channel) != now.channels().contains(channel)) {
                String word = channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
                all.add(Consequence.of("consequence.channel." + word + (on.contains(channel) ? ".on" : ".off")));
            }
        }
        if (on.isEmpty()) {
            all.add(Consequence.of(
                    now.password().state() == PasswordState.STATIC
                            ? "consequence.channel.static-alone"
                            : "consequence.channel.none-left"));
        }
        return all;
    }

    private static List<Consequence> types(CardSettings now, Set<TransactionType> on) {
        requireUsable(now);
        if (!AllowedTransactions.CHOOSABLE.containsAll(on)) {
            throw new InvalidValueException("error.card.types");
        }
        Set<TransactionType> before = now.allowed().choosable();
        requireChange(!on.equals(before));
        List<Consequence> all = new ArrayList<>();
        for (TransactionType type : TransactionType.values()) {
            if (on.contains(type) != before.contains(type)) {
                all.add(Consequence.of("consequence.type." + type.key() + (on.contains(type) ? ".on" : ".off")));
            }
        }
        if (on.isEmpty()) {
            all.add(Consequence.of("consequence.type.none-left"));
        }
        return all;
    }

    private static List<Consequence> hours(CardSettings now, int from, int until) {
        requireUsable(now);
        AllowedTransactions after = now.allowed().withHours(from, until);
        requireChange(!after.equals(now.allowed()));
        if (after.allDay()) {
            return List.of(Consequence.of("consequence.hours.all-day"));
        }
        List<Consequence> all = new ArrayList<>();
        all.add(Consequence.of(
                from < until ? "consequence.hours.between" : "consequence.hours.over-midnight", from, until));
        all.add(Consequence.of("consequence.hours.refused"));
        return all;
    }

    /** The options do nothing until there can be codes (S5.5). */
    private static void requireUsable(CardSettings now) {
        if (!now.usable()) {
            throw new InvalidValueException(
                    now.password().state() == PasswordState.STATIC ? "error.card.not-dynamic" : "error.card.locked");
        }
    }

    private static void requireChange(boolean changes) {
        if (!changes) {
            throw new InvalidValueException("error.card.no-change");
        }
    }
}
