package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import ir.ramzineh.card.AllowedTransactions;
import ir.ramzineh.card.SettingsChange;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.ui.Formats;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an undo would bring back, in words. */
final class SettingWords {
    private SettingWords() {}

    static String of(SettingsChange change, Component page) {
        Formats formats = Formats.current();
        return switch (change) {
            case SettingsChange.SwitchOff() -> page.getTranslation("settings.switch-off");
            case SettingsChange.Freeze() -> page.getTranslation("settings.freeze");
            case SettingsChange.Unfreeze() -> page.getTranslation("settings.unfreeze");
            case SettingsChange.Life(int seconds) ->
                page.getTranslation("settings.undo.life", formats.duration(Duration.ofSeconds(seconds)));
            case SettingsChange.AmountCap(Rial cap) ->
                cap == null
                        ? page.getTranslation("settings.undo.cap.none")
                        : page.getTranslation("settings.undo.cap", formats.money(cap));
            case SettingsChange.Channels(var on) ->
                page.getTranslation(
                        "settings.undo.channels",
                        joined(page, on.stream().map(SettingWords::key).toList()));
            case SettingsChange.Types(var on) ->
                page.getTranslation(
                        "settings.undo.types",
                        joined(page, on.stream().map(SettingWords::key).toList()));
            case SettingsChange.Hours(int from, int until) -> hours(page, formats, from, until);
        };
    }

    static String key(CodeChannel channel) {
        return "channel." + channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String key(TransactionType type) {
        return "transaction." + type.key();
    }

    private static String hours(Component page, Formats formats, int from, int until) {
        return new AllowedTransactions(AllowedTransactions.CHOOSABLE, from, until).allDay()
                ? page.getTranslation("settings.undo.hours.all-day")
                : page.getTranslation("settings.undo.hours", formats.number(from), formats.number(until));
    }

    private static String joined(Component page, Collection<String> keys) {
        return keys.isEmpty()
                ? page.getTranslation("settings.undo.nothing")
                : keys.stream()
                        .sorted()
                        .map(page::getTranslation)
                        .collect(Collectors.joining(page.getTranslation("format.list-separator")));
    }
}
