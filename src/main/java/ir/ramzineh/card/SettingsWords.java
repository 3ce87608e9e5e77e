package ir.ramzineh.card;

import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names a change has in the trail and among the message templates. */
final class SettingsWords {
    private SettingsWords() {}

    static String event(SettingsChange change) {
        return switch (change) {
            case SettingsChange.SwitchOff() -> "card.switched-off";
            case SettingsChange.Freeze() -> "card.frozen";
            case SettingsChange.Unfreeze() -> "card.unfrozen";
            case SettingsChange.Life life -> "card.life-changed";
            case SettingsChange.AmountCap(Rial cap) -> cap == null ? "card.cap-removed" : "card.cap-changed";
            case SettingsChange.Channels channels -> "card.channels-changed";
            case SettingsChange.Types types -> "card.types-changed";
            case SettingsChange.Hours(int from, int until) ->
                AllowedTransactions.ALL.withHours(from, until).allDay() ? "card.hours-removed" : "card.hours-changed";
        };
    }

    static String template(PasswordKind kind, SettingsChange change) {
        return switch (change) {
            case SettingsChange.SwitchOff() ->
                "password.deactivated." + kind.name().toLowerCase(Locale.ROOT);
            case SettingsChange.Freeze() -> "card.frozen";
            case SettingsChange.Unfreeze() -> "card.unfrozen";
            case SettingsChange.Life life -> "card.changed";
            case SettingsChange.AmountCap cap -> "card.changed";
            case SettingsChange.Channels channels -> "card.changed";
            case SettingsChange.Types types -> "card.changed";
            case SettingsChange.Hours hours -> "card.changed";
        };
    }

    /** Named arguments of the text in the activity list. */
    static Map<String, String> details(CardRow card, PasswordKind kind, SettingsChange change) {
        Map<String, String> details = new HashMap<>();
        details.put("card", card.number().lastFour());
        details.put("kind", kind.name());
        switch (change) {
            case SettingsChange.Life(int seconds) -> details.put("seconds", Integer.toString(seconds));
            case SettingsChange.AmountCap(Rial cap) -> {
                if (cap != null) {
                    details.put("amount", Long.toString(cap.amount()));
                }
            }
            case SettingsChange.Channels(var on) -> details.put("channels", names(on));
            case SettingsChange.Types(var on) -> details.put("types", names(on));
            case SettingsChange.Hours(int from, int until) -> {
                details.put("from", Integer.toString(from));
                details.put("until", Integer.toString(until));
            }
            case SettingsChange.SwitchOff(), SettingsChange.Freeze(), SettingsChange.Unfreeze() -> {}
        }
        return details;
    }

    private static String names(Set<? extends Enum<?>> on) {
        return on.isEmpty() ? "NONE" : on.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
