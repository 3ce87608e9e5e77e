package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import ir.ramzineh.card.AllowedTransactions;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.card.SettingsChange;
import ir.ramzineh.ui.HoursField;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** How far the codes of a password reach: ways of getting them, types of transactions, hours of the day. */
final class ReachPanels {
    private static final int END_OF_DAY = 24;

    private final Component page;
    private final CardSettings settings;
    private final Consumer<SettingsChange> ask;

    ReachPanels(Component page, CardSettings settings, Consumer<SettingsChange> ask) {
        this.page = page;
        this.settings = settings;
        this.ask = ask;
    }

    Component channels() {
        return switches(
                "channels",
                settings.channelsOffered(),
                settings.channelsOn(),
                SettingWords::key,
                SettingsChange.Channels::new);
    }

    Component types() {
        return switches(
                "types",
                AllowedTransactions.CHOOSABLE,
                settings.allowed().choosable(),
                SettingWords::key,
                SettingsChange.Types::new);
    }

    Component hours() {
        AllowedTransactions allowed = settings.allowed();
        HoursField field = new HoursField("settings-hours", allowed.fromHour(), allowed.untilHour());
        Button allDay = new Button(page.getTranslation("settings.hours.all-day"), click -> field.choose(0, END_OF_DAY));
        allDay.setId("settings-hours-all-day");
        allDay.addThemeNames("tertiary");
        Button save = SettingsPanel.save(
                page, "settings-hours-save", () -> ask.accept(new SettingsChange.Hours(field.from(), field.until())));
        return new SettingsPanel("settings.hours.title", "settings.hours.text", field, allDay, save);
    }

    private <T extends Enum<T>> Component switches(
            String name,
            Collection<T> offered,
            Set<T> on,
            Function<T, String> key,
            Function<Set<T>, SettingsChange> change) {
        Div boxes = new Div();
        boxes.addClassName("check-list");
        Set<T> wanted = new HashSet<>(on);
        offered.stream().sorted(Comparator.comparingInt(Enum::ordinal)).forEach(one -> {
            String textKey = key.apply(one);
            Checkbox box = new Checkbox(page.getTranslation(textKey), wanted.contains(one));
            box.setId("settings-" + textKey.replace('.', '-').replace("transaction-", "type-"));
            box.addValueChangeListener(changed -> {
                if (changed.getValue()) {
                    wanted.add(one);
                } else {
                    wanted.remove(one);
                }
            });
            boxes.add(box);
        });
        Button save = SettingsPanel.save(page, "settings-" + name + "-save", () -> ask.accept(change.apply(wanted)));
        return new SettingsPanel("settings." + name + ".title", "settings." + name + ".text", boxes, save);
    }
}
