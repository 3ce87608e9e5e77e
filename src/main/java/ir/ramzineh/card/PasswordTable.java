package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of card passwords. Every change is one conditional statement. */
@Repository
class PasswordTable {
    private final JdbcClient jdbc;

    PasswordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PasswordRow> of(CustomerId customer) {
        return jdbc.sql("""
                select p.card_id, p.kind, p.state, p.state_since, p.frozen_at, p.failed_attempts, p.last_accepted_at,
                       p.channels, p.life_seconds, p.amount_cap, p.types_off, p.hour_from, p.hour_until,
                       p.settings_version, p.former
                from card c join card_password p on p.card_id = c.id
                where c.customer_id = :customer
                """)
                .param("customer", customer.value())
                .query((row, n) -> read(row))
                .list();
    }

    Optional<PasswordRow> one(CardId card, PasswordKind kind) {
        return jdbc.sql("""
                select card_id, kind, state, state_since, frozen_at, failed_attempts, last_accepted_at,
                       channels, life_seconds, amount_cap, types_off, hour_from, hour_until, settings_version, former
                from card_password
                where card_id = :card and kind = :kind
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Locks both passwords of a card until the transaction ends, always in the same order. */
    void hold(CardId card) {
        jdbc.sql("select kind from card_password where card_id = :card order by kind for update")
                .param("card", card.value())
                .query(String.class)
                .list();
    }

    /** Static or locked becomes dynamic; dynamic stays and its counter starts again. Returns what it was before. */
    boolean toDynamic(CardId card, PasswordKind kind, Instant now) {
        int changed = jdbc.sql("""
                update card_password
                set state = 'DYNAMIC', state_since = :now, failed_attempts = 0, wrong_in_row = 0, locked_from = null,
                    emergency_channels = null, emergency_until = null, settings_version = settings_version + 1, former = null
                where card_id = :card and kind = :kind and state <> 'DYNAMIC'
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .param("now", UtcTime.toColumn(now))
                .update();
        if (changed == 0) {
            jdbc.sql("""
                    update card_password
                    set failed_attempts = 0, wrong_in_row = 0, emergency_channels = null, emergency_until = null
                    where card_id = :card and kind = :kind
                    """).param("card", card.value()).param("kind", kind.name()).update();
        }
        return changed == 1;
    }

    boolean toStatic(CardId card, PasswordKind kind, Instant now) {
        return jdbc.sql("""
                update card_password
                set state = 'STATIC', state_since = :now, failed_attempts = 0, frozen_at = null, locked_from = null,
                    emergency_channels = null, emergency_until = null, settings_version = settings_version + 1, former = null
                where card_id = :card and kind = :kind and state <> 'STATIC'
                """)
                        .param("card", card.value())
                        .param("kind", kind.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** As the password of a card that nobody had before: static, with the settings of the profile. */
    void beginAgain(CardId card, PasswordKind kind, Instant now) {
        jdbc.sql("""
                update card_password
                set state = 'STATIC', state_since = :now, failed_attempts = 0, frozen_at = null, wrong_in_row = 0,
                    locked_from = null, emergency_channels = null, emergency_until = null, last_accepted_at = null, channels = null, life_seconds = null, amount_cap = null,
                    code_made_at = null, types_off = null, hour_from = null, hour_until = null,
                    settings_version = settings_version + 1, former = null
                where card_id = :card and kind = :kind
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** Freezes both passwords, whatever their state; {@code false} when both were frozen before. */
    boolean stop(CardId card, Instant now) {
        return jdbc.sql("""
                update card_password
                set frozen_at = :now, settings_version = settings_version + 1, former = null
                where card_id = :card and frozen_at is null
                """)
                        .param("card", card.value())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                > 0;
    }

    boolean setChannels(CardId card, PasswordKind kind, Set<CodeChannel> on) {
        String column = on.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return jdbc.sql("""
                update card_password
                set channels = :channels, settings_version = settings_version + 1, former = null
                where card_id = :card and kind = :kind and state = 'DYNAMIC'
                """)
                        .param("channels", column)
                        .param("card", card.value())
                        .param("kind", kind.name())
                        .update()
                == 1;
    }

    /** Ways that stand in the place of the app now. */
    Set<CodeChannel> inPlaceOfTheApp(CardId card, PasswordKind kind, Instant now) {
        return jdbc.sql("""
                select emergency_channels, emergency_until from card_password where card_id = :card and kind = :kind
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .query((row, n) -> PasswordRelief.inPlaceOfTheApp(row, now))
                .optional()
                .orElseThrow(CardNotFoundException::new);
    }

    /** Takes the row's lock as well: codes are made and looked at one after the other. */
    void codeMade(CardId card, PasswordKind kind, Instant now) {
        int rows = jdbc.sql("update card_password set code_made_at = :now where card_id = :card and kind = :kind")
                .param("card", card.value())
                .param("kind", kind.name())
                .param("now", UtcTime.toColumn(now))
                .update();
        if (rows != 1) {
            throw new CardNotFoundException();
        }
    }

    private static PasswordRow read(ResultSet row) throws SQLException {
        long cap = row.getLong("amount_cap");
        Rial amountCap = row.wasNull() ? null : new Rial(cap);
        int life = row.getInt("life_seconds");
        Optional<Integer> lifeSeconds = row.wasNull() ? Optional.empty() : Optional.of(life);
        return new PasswordRow(
                new CardId(row.getLong("card_id")),
                new PasswordOverview(
                        PasswordKind.valueOf(row.getString("kind")),
                        PasswordState.valueOf(row.getString("state")),
                        instant(row, "frozen_at"),
                        instant(row, "state_since"),
                        instant(row, "last_accepted_at"),
                        row.getInt("failed_attempts")),
                Optional.ofNullable(row.getString("channels")).map(PasswordTable::channels),
                lifeSeconds,
                amountCap,
                allowed(row),
                row.getInt("settings_version"),
                Optional.ofNullable(row.getString("former")).map(FormerSetting::read));
    }

    static Set<CodeChannel> channels(String column) {
        Set<CodeChannel> channels = EnumSet.noneOf(CodeChannel.class);
        Arrays.stream(column.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(CodeChannel::valueOf)
                .forEach(channels::add);
        return channels;
    }

    static AllowedTransactions allowed(ResultSet row) throws SQLException {
        String off = row.getString("types_off");
        Integer from = row.getObject("hour_from", Integer.class);
        Integer until = row.getObject("hour_until", Integer.class);
        if (off == null && from == null && until == null) {
            return AllowedTransactions.ALL;
        }
        Set<TransactionType> types = EnumSet.allOf(TransactionType.class);
        Arrays.stream(off == null ? new String[0] : off.split(",", -1))
                .map(TransactionType::valueOf)
                .forEach(types::remove);
        AllowedTransactions all = AllowedTransactions.ALL;
        return new AllowedTransactions(
                types, from == null ? all.fromHour() : from, until == null ? all.untilHour() : until);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : UtcTime.fromColumn(value);
    }
}
