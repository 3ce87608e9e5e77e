package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The owner's settings of a password. Each change is one statement that holds only for the state and the version that was
 * looked at: of two tabs at once one wins, and an undo never takes back what came after it.
 */
@Repository
class SettingsTable {
    private final JdbcClient jdbc;

    SettingsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes a change.
     *
     * @param seen what it was decided on
     * @param former what undoes it; empty where nothing does
     * @return {@code false} when the settings are no longer those that were seen
     */
    boolean write(CardSettings seen, SettingsChange change, @Nullable SettingsChange former, Instant now) {
        Map<String, @Nullable Object> columns = columns(seen, change, now);
        String assignments =
                columns.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        return jdbc.sql("""
                update card_password
                set %s, settings_version = settings_version + 1, former = :former
                where card_id = :card and kind = :kind and settings_version = :version and state = :state
                """.formatted(assignments))
                        .params(columns)
                        .param("former", former == null ? null : FormerSetting.write(former))
                        .param("card", seen.card().value())
                        .param("kind", seen.kind().name())
                        .param("version", seen.version())
                        .param("state", seen.password().state().name())
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> columns(CardSettings seen, SettingsChange change, Instant now) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        switch (change) {
            case SettingsChange.SwitchOff() -> throw new IllegalArgumentException("ends a state, is no setting");
            case SettingsChange.Freeze() -> columns.put("frozen_at", UtcTime.toColumn(now));
            case SettingsChange.Unfreeze() -> columns.put("frozen_at", null);
            case SettingsChange.Life(int seconds) -> columns.put("life_seconds", seconds);
            case SettingsChange.AmountCap(var cap) -> columns.put("amount_cap", cap == null ? null : cap.amount());
            case SettingsChange.Channels(var on) -> columns.put("channels", names(all(seen, on)));
            case SettingsChange.Types(var on) -> {
                Set<TransactionType> off = EnumSet.copyOf(AllowedTransactions.CHOOSABLE);
                off.removeAll(on);
                columns.put("types_off", off.isEmpty() ? null : names(off));
            }
            case SettingsChange.Hours(int from, int until) -> {
                boolean allDay = AllowedTransactions.ALL.withHours(from, until).allDay();
                columns.put("hour_from", allDay ? null : from);
                columns.put("hour_until", allDay ? null : until);
            }
        }
        return columns;
    }

    /** A way that is not offered now, such as the app before its activation, stays as it is. */
    private static Set<CodeChannel> all(CardSettings seen, Set<CodeChannel> on) {
        Set<CodeChannel> all = EnumSet.noneOf(CodeChannel.class);
        all.addAll(seen.channels());
        all.removeAll(seen.channelsOffered());
        all.addAll(on);
        return all;
    }

    private static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
