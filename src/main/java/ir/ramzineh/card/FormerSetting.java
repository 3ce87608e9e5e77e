package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The change that takes the latest one back, as a word and its values in one column. */
final class FormerSetting {
    private FormerSetting() {}

    /** What would restore {@code now} after {@code change}; empty where a key is gone for good. */
    static Optional<SettingsChange> before(CardSettings now, SettingsChange change) {
        return switch (change) {
            case SettingsChange.SwitchOff() -> Optional.empty();
            case SettingsChange.Freeze() -> Optional.of(new SettingsChange.Unfreeze());
            case SettingsChange.Unfreeze() -> Optional.of(new SettingsChange.Freeze());
            case SettingsChange.Life life -> Optional.of(new SettingsChange.Life(now.lifeSeconds()));
            case SettingsChange.AmountCap cap -> Optional.of(new SettingsChange.AmountCap(now.amountCap()));
            case SettingsChange.Channels channels -> Optional.of(new SettingsChange.Channels(now.channelsOn()));
            case SettingsChange.Types types ->
                Optional.of(new SettingsChange.Types(now.allowed().choosable()));
            case SettingsChange.Hours hours ->
                Optional.of(new SettingsChange.Hours(
                        now.allowed().fromHour(), now.allowed().untilHour()));
        };
    }

    static String write(SettingsChange change) {
        return switch (change) {
            case SettingsChange.SwitchOff() -> throw new IllegalArgumentException("cannot be done by an undo");
            case SettingsChange.Freeze() -> "FREEZE";
            case SettingsChange.Unfreeze() -> "UNFREEZE";
            case SettingsChange.Life(int seconds) -> "LIFE " + seconds;
            case SettingsChange.AmountCap(Rial cap) -> cap == null ? "CAP" : "CAP " + cap.amount();
            case SettingsChange.Channels(var on) -> "CHANNELS " + names(on);
            case SettingsChange.Types(var on) -> "TYPES " + names(on);
            case SettingsChange.Hours(int from, int until) -> "HOURS " + from + "," + until;
        };
    }

    static SettingsChange read(String column) {
        int space = column.indexOf(' ');
        String word = space < 0 ? column : column.substring(0, space);
        String value = space < 0 ? "" : column.substring(space + 1);
        List<String> values = Arrays.stream(value.split(",", -1))
                .filter(one -> !one.isEmpty())
                .toList();
        return switch (word) {
            case "FREEZE" -> new SettingsChange.Freeze();
            case "UNFREEZE" -> new SettingsChange.Unfreeze();
            case "LIFE" -> new SettingsChange.Life(Integer.parseInt(value));
            case "CAP" -> new SettingsChange.AmountCap(cap(value));
            case "CHANNELS" -> new SettingsChange.Channels(set(values, CodeChannel::valueOf));
            case "TYPES" -> new SettingsChange.Types(set(values, TransactionType::valueOf));
            case "HOURS" -> new SettingsChange.Hours(Integer.parseInt(values.get(0)), Integer.parseInt(values.get(1)));
            default -> throw new IllegalArgumentException("an unknown former setting");
        };
    }

    private static @Nullable Rial cap(String value) {
        return value.isEmpty() ? null : new Rial(Long.parseLong(value));
    }

    private static <T> Set<T> set(List<String> values, Function<String, T> read) {
        return values.stream().map(read).collect(Collectors.toUnmodifiableSet());
    }

    private static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
