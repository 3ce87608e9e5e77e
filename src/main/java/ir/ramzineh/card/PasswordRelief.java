package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a branch can do for a password that no codes come from: end a lock, and put other ways in the place of the app for
 * a while. Each write is one conditional statement in the caller's transaction.
 */
@Service
public class PasswordRelief {
    /** Wrong codes since the last right one after which only a new activation helps (NIST 800-63B-4, 3.2.2). */
    public static final int WRONG_IN_ROW_MAX = 100;

    private final JdbcClient jdbc;
    private final CardTable cards;
    private final CardChannels channels;
    private final Issuers issuers;
    private final Clock clock;

    PasswordRelief(JdbcClient jdbc, CardTable cards, CardChannels channels, Issuers issuers, Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.channels = channels;
        this.issuers = issuers;
        this.clock = clock;
    }

    /**
     * How a password stands for who wants to help.
     *
     * @param wrongInRow wrong codes since the last right one or the last activation; unlocking does not start it again
     * @param unlockable it is locked, and another round of wrong codes stays within {@value #WRONG_IN_ROW_MAX}
     * @param withoutApp ways without the app that the owner has, or every card of the bank
     * @param offered all ways without the app that the bank offers for this password
     * @param emergencyUntil until when other ways stand in the place of the app; {@code null}: they do not
     */
    public record Standing(
            PasswordState state,
            boolean frozen,
            int wrongInRow,
            boolean unlockable,
            Set<CodeChannel> withoutApp,
            Set<CodeChannel> offered,
            @Nullable Instant emergencyUntil) {
        public Standing {
            withoutApp = Set.copyOf(withoutApp);
            offered = Set.copyOf(offered);
        }
    }

    /**
     * How a password of this customer's card stands.
     *
     * @throws CardNotFoundException no such card of this customer
     */
    public Standing of(CustomerId customer, CardId card, PasswordKind kind) {
        IssuerProfile issuer = issuer(customer, card);
        PasswordProfile profile = issuer.password(kind);
        Set<CodeChannel> offered = withoutApp(profile.channels());
        Set<CodeChannel> has = withoutApp(channels.on(card, kind));
        return jdbc.sql("""
                select state, frozen_at, wrong_in_row, emergency_until from card_password
                where card_id = :card and kind = :kind
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .query((row, n) -> {
                    PasswordState state = PasswordState.valueOf(row.getString("state"));
                    int wrong = row.getInt("wrong_in_row");
                    return new Standing(
                            state,
                            row.getObject("frozen_at") != null,
                            wrong,
                            state == PasswordState.LOCKED && wrong + issuer.wrongCodeLimit() <= WRONG_IN_ROW_MAX,
                            has,
                            offered,
                            running(row, clock.instant()));
                })
                .single();
    }

    /**
     * Ends a lock: the password is what it was before, and the round of wrong codes begins again; the count of all since the
     * last right one does not.
     *
     * @return {@code false} if it is not locked, or had too many wrong codes in all
     * @throws CardNotFoundException no such card of this customer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean unlock(CustomerId customer, CardId card, PasswordKind kind) {
        int limit = issuer(customer, card).wrongCodeLimit();
        return jdbc.sql("""
                update card_password
                set state = ifnull(locked_from, 'DYNAMIC'), locked_from = null, state_since = :now, failed_attempts = 0,
                    settings_version = settings_version + 1, former = null
                where card_id = :card and kind = :kind and state = 'LOCKED' and wrong_in_row + :limit <= :max
                """)
                        .param("now", UtcTime.toColumn(clock.instant()))
                        .param("card", card.value())
                        .param("kind", kind.name())
                        .param("limit", limit)
                        .param("max", WRONG_IN_ROW_MAX)
                        .update()
                == 1;
    }

    /**
     * Puts other ways in the place of the app until then; from then on the app counts again by itself.
     *
     * @return {@code false} if the password is not dynamic, or something stands in the app's place already
     * @throws CardNotFoundException no such card of this customer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replaceApp(
            CustomerId customer, CardId card, PasswordKind kind, Set<CodeChannel> ways, Instant until) {
        issuer(customer, card);
        Instant now = clock.instant();
        return jdbc.sql("""
                update card_password set emergency_channels = :ways, emergency_until = :until
                where card_id = :card and kind = :kind and state = 'DYNAMIC'
                  and (emergency_until is null or emergency_until <= :now)
                """)
                        .param("ways", ways.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                        .param("until", UtcTime.toColumn(until))
                        .param("card", card.value())
                        .param("kind", kind.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /**
     * Ends before its time what {@link #replaceApp} began: the app counts again at once, as it would have then.
     *
     * @return {@code false} if nothing stands in the app's place now
     * @throws CardNotFoundException no such card of this customer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean restoreApp(CustomerId customer, CardId card, PasswordKind kind) {
        issuer(customer, card);
        return jdbc.sql("""
                update card_password set emergency_channels = null, emergency_until = null
                where card_id = :card and kind = :kind and emergency_until > :now
                """)
                        .param("card", card.value())
                        .param("kind", kind.name())
                        .param("now", UtcTime.toColumn(clock.instant()))
                        .update()
                == 1;
    }

    /** The ways that stand in the app's place now; empty when none do. */
    static Set<CodeChannel> inPlaceOfTheApp(ResultSet row, Instant now) throws SQLException {
        String ways = row.getString("emergency_channels");
        return ways == null || running(row, now) == null
                ? EnumSet.noneOf(CodeChannel.class)
                : PasswordTable.channels(ways);
    }

    private static @Nullable Instant running(ResultSet row, Instant now) throws SQLException {
        LocalDateTime column = row.getObject("emergency_until", LocalDateTime.class);
        Instant until = column == null ? null : UtcTime.fromColumn(column);
        return until != null && now.isBefore(until) ? until : null;
    }

    private IssuerProfile issuer(CustomerId customer, CardId card) {
        CardRow row = cards.one(customer, card).orElseThrow(CardNotFoundException::new);
        return issuers.byKey(row.issuerKey()).orElseThrow();
    }

    private static Set<CodeChannel> withoutApp(Set<CodeChannel> ways) {
        Set<CodeChannel> without = EnumSet.noneOf(CodeChannel.class);
        without.addAll(ways);
        without.remove(CodeChannel.APP);
        return without;
    }
}
