package ir.ramzineh.token;

import ir.ramzineh.card.ReadAlong;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.TotpSpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tokens. Every change is one conditional statement; the database decides who was first. */
@Repository
class TokenTable {
    /** How many accepted steps a row remembers; see {@link #claimStep}. */
    private static final int RECENT_STEPS_MAX = 32;

    /** A last step further ahead of our clock than this means that our clock was wrong when it was accepted. */
    private static final int AHEAD_STEPS_MAX = 2 * TokenKey.DRIFT_STEPS_MAX + 2;

    /** A row as verification reads it. */
    record Live(
            long id,
            CardId card,
            SealedValue keySealed,
            TotpSpec spec,
            int driftSteps,
            boolean pinBound,
            Optional<SealedValue> pin) {}

    private static final String LIVE = """
            t.card_id as token_card_id, t.key_sealed, t.algorithm, t.digits, t.period_seconds, t.drift_steps, \
            t.pin_bound, n.pin_sealed""";

    private final JdbcClient jdbc;

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertPending(
            TokenId id,
            CustomerId customer,
            CardId card,
            PasswordKind kind,
            ActivationWay way,
            TotpSpec spec,
            SealedValue keySealed,
            boolean pinBound,
            Instant now) {
        jdbc.sql("""
                insert into token (id, customer_id, card_id, kind, way, state, key_sealed, pin_bound,
                                   algorithm, digits, period_seconds, created_at)
                values (:id, :customer, :card, :kind, :way, 'PENDING', :key, :pinBound,
                        :algorithm, :digits, :period, :now)
                """)
                .param("id", id.value())
                .param("customer", customer.value())
                .param("card", card.value())
                .param("kind", kind.name())
                .param("way", way.name())
                .param("key", keySealed.bytes())
                .param("pinBound", pinBound)
                .param("algorithm", spec.algorithm().name())
                .param("digits", spec.digits())
                .param("period", spec.periodSeconds())
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    Optional<Live> pending(TokenId id) {
        return jdbc.sql("""
                select t.id, %s
                from token t left join token_pin n on n.card_id = t.card_id
                where t.id = :id and t.state = 'PENDING' and t.key_sealed is not null
                """.formatted(LIVE))
                .param("id", id.value())
                .query((row, n) -> live(row))
                .optional();
    }

    /** How the codes of a token look, whatever its state. */
    Optional<TotpSpec> shape(TokenId id) {
        return jdbc.sql("select algorithm, digits, period_seconds from token where id = :id")
                .param("id", id.value())
                .query((row, n) -> spec(row))
                .optional();
    }

    List<Live> live(CardId card, PasswordKind kind) {
        return jdbc.sql("""
                select t.id, %s
                from token t left join token_pin n on n.card_id = t.card_id
                where t.card_id = :card and t.kind = :kind and t.active_slot = 1 and t.key_sealed is not null
                """.formatted(LIVE))
                .param("card", card.value())
                .param("kind", kind.name())
                .query((row, n) -> live(row))
                .list();
    }

    /** Of the tokens that {@link #live(CardId, PasswordKind)} finds. */
    ReadAlong<Live> liveAlong() {
        return new ReadAlong<>(
                "t.id as token_id, " + LIVE,
                """
                left join token t on t.card_id = p.card_id and t.kind = p.kind
                                 and t.active_slot = 1 and t.key_sealed is not null
                left join token_pin n on n.card_id = t.card_id
                """,
                row -> row.getObject("token_id") == null
                        ? Optional.empty()
                        : Optional.of(live(row.getLong("token_id"), row)));
    }

    void refused(TokenId id, Instant now) {
        jdbc.sql("update token set last_refused_at = :now where id = :id and active_slot = 1")
                .param("id", id.value())
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /**
     * See {@link Tokens#claimStep}. The second half of the condition is for a server clock that was wrong: without it a
     * code accepted while the clock stood an hour ahead would refuse the customer's codes for an hour after it was set
     * right. The steps remembered in the row keep every one of them single-use all the same (security case 18).
     */
    boolean claimStep(TokenId id, long step, int driftSteps, Instant now) {
        return jdbc.sql("""
                update token
                set drift_steps = :drift,
                    recent_steps = concat(:step, ',', substring_index(recent_steps, ',', :recent_max - 1)),
                    last_step = :step,
                    last_used_at = :now
                where id = :id
                  and active_slot = 1
                  and (last_step < :step
                       or last_step > floor(:epoch_seconds / period_seconds) + :ahead_max)
                  and find_in_set(:step, recent_steps) = 0
                """)
                        .param("id", id.value())
                        .param("step", step)
                        .param("drift", Math.clamp(driftSteps, -TokenKey.DRIFT_STEPS_MAX, TokenKey.DRIFT_STEPS_MAX))
                        .param("recent_max", RECENT_STEPS_MAX)
                        .param("ahead_max", AHEAD_STEPS_MAX)
                        .param("epoch_seconds", now.getEpochSecond())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Turns a pending token into the active one; older active tokens of the password must be dead already. */
    boolean activate(TokenId id, long provenStep, int driftSteps, @Nullable String label, Instant now) {
        return jdbc.sql("""
                update token
                set state = 'ACTIVE', active_slot = 1, last_step = :step, recent_steps = concat(:step, ','),
                    drift_steps = :drift, label = :label, activated_at = :now
                where id = :id and state = 'PENDING'
                """)
                        .param("id", id.value())
                        .param("step", provenStep)
                        .param("drift", driftSteps)
                        .param("label", label)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Ends all active tokens of a password; their keys are gone for good. */
    int killActive(CardId card, PasswordKind kind, Instant now) {
        return jdbc.sql("""
                update token
                set state = 'DEAD', active_slot = null, key_sealed = null, dead_at = :now
                where card_id = :card and kind = :kind and active_slot = 1
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    boolean killActive(CustomerId customer, TokenId id, Instant now) {
        return jdbc.sql("""
                update token
                set state = 'DEAD', active_slot = null, key_sealed = null, dead_at = :now
                where id = :id and customer_id = :customer and active_slot = 1
                """)
                        .param("id", id.value())
                        .param("customer", customer.value())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Ends a token that was never proven. */
    boolean killPending(TokenId id, Instant now) {
        return jdbc.sql("""
                update token
                set state = 'DEAD', key_sealed = null, dead_at = :now
                where id = :id and state = 'PENDING'
                """)
                        .param("id", id.value())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    boolean rename(CustomerId customer, TokenId id, String label) {
        return jdbc.sql("""
                update token set label = :label
                where id = :id and customer_id = :customer and active_slot = 1
                """)
                        .param("id", id.value())
                        .param("customer", customer.value())
                        .param("label", label)
                        .update()
                == 1;
    }

    Optional<TokenView> active(CustomerId customer, TokenId id) {
        return jdbc.sql("""
                select id, card_id, kind, way, label, digits, period_seconds, activated_at, last_used_at, drift_steps
                from token
                where id = :id and customer_id = :customer and active_slot = 1
                """)
                .param("id", id.value())
                .param("customer", customer.value())
                .query((row, n) -> view(row))
                .optional();
    }

    List<TokenView> active(CustomerId customer, CardId card) {
        return jdbc.sql("""
                select id, card_id, kind, way, label, digits, period_seconds, activated_at, last_used_at, drift_steps
                from token
                where card_id = :card and customer_id = :customer and active_slot = 1
                order by activated_at desc
                """)
                .param("card", card.value())
                .param("customer", customer.value())
                .query((row, n) -> view(row))
                .list();
    }

    int purgeDead(Instant before, int rows) {
        return jdbc.sql("delete from token where state = 'DEAD' and dead_at < :before limit :rows")
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update();
    }

    private static Live live(ResultSet row) throws SQLException {
        return live(row.getLong("id"), row);
    }

    private static Live live(long id, ResultSet row) throws SQLException {
        return new Live(
                id,
                new CardId(row.getLong("token_card_id")),
                new SealedValue(row.getBytes("key_sealed")),
                spec(row),
                row.getInt("drift_steps"),
                row.getBoolean("pin_bound"),
                SealedValue.ofColumn(row.getBytes("pin_sealed")));
    }

    private static TotpSpec spec(ResultSet row) throws SQLException {
        return new TotpSpec(
                HashAlgorithm.valueOf(row.getString("algorithm")), row.getInt("digits"), row.getInt("period_seconds"));
    }

    private static TokenView view(ResultSet row) throws SQLException {
        LocalDateTime lastUsed = row.getObject("last_used_at", LocalDateTime.class);
        int period = row.getInt("period_seconds");
        return new TokenView(
                new TokenId(row.getLong("id")),
                new CardId(row.getLong("card_id")),
                PasswordKind.valueOf(row.getString("kind")),
                ActivationWay.valueOf(row.getString("way")),
                row.getString("label"),
                row.getInt("digits"),
                period,
                UtcTime.fromColumn(row.getObject("activated_at", LocalDateTime.class)),
                lastUsed == null ? null : UtcTime.fromColumn(lastUsed),
                row.getInt("drift_steps") * period);
    }
}
