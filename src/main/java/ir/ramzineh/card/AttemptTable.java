package ir.ramzineh.card;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counting of attempts at codes: the statements that stand between a guesser and a card. */
@Repository
class AttemptTable {
    /** For cards of banks without a profile: no attempt is ever below it. */
    private static final int NO_ATTEMPT = 0;

    private static final ReadAlong<Object> NOTHING = new ReadAlong<>("null as nothing", "", row -> Optional.empty());

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Issuers issuers;
    private final CardViews views;

    AttemptTable(JdbcClient jdbc, Vault vault, Issuers issuers, CardViews views) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.issuers = issuers;
        this.views = views;
    }

    /** One conditional update, then one read of the row that is locked by it. */
    <T> Attempted<T> reserve(CardNumber number, PasswordKind kind, ReadAlong<T> along) {
        Optional<IssuerProfile> issuer = issuers.of(number);
        List<byte[]> hashes = vault.lookupHashes(CardTable.PAN, number.digits());
        var today = views.today();
        int taken = jdbc.sql("""
                update card_password p join card c on c.id = p.card_id
                set p.failed_attempts = p.failed_attempts + 1
                where c.pan_hash in (:hashes) and p.kind = :kind
                  and p.state = 'DYNAMIC' and p.frozen_at is null and p.failed_attempts < :limit
                  and c.active and c.expiry_year * 12 + c.expiry_month >= :month
                  and (c.product <> 'GIFT' or :gifts)
                """)
                .param("hashes", hashes)
                .param("kind", kind.name())
                .param("limit", issuer.map(IssuerProfile::wrongCodeLimit).orElse(NO_ATTEMPT))
                .param("month", today.year() * 12 + today.month())
                .param(
                        "gifts",
                        issuer.map(p -> p.giftCards().dynamicPasswords()).orElse(false))
                .update();
        return read(hashes, kind, issuer, taken == 1, along);
    }

    Attempt look(CardNumber number, PasswordKind kind) {
        List<byte[]> hashes = vault.lookupHashes(CardTable.PAN, number.digits());
        return read(hashes, kind, issuers.of(number), false, NOTHING).attempt();
    }

    void accepted(Attempt.Reserved attempt, Instant now) {
        int rows = jdbc.sql("""
                update card_password set failed_attempts = 0, last_accepted_at = :now
                where card_id = :card and kind = :kind
                """)
                .param("card", attempt.card().value())
                .param("kind", attempt.kind().name())
                .param("now", UtcTime.toColumn(now))
                .update();
        requireOne(rows);
    }

    void giveBack(Attempt.Reserved attempt) {
        int rows = jdbc.sql("""
                update card_password set failed_attempts = failed_attempts - 1
                where card_id = :card and kind = :kind
                """)
                .param("card", attempt.card().value())
                .param("kind", attempt.kind().name())
                .update();
        requireOne(rows);
    }

    boolean lockAtLimit(Attempt.Reserved attempt, Instant now) {
        return jdbc.sql("""
                update card_password set state = 'LOCKED', state_since = :now
                where card_id = :card and kind = :kind and state = 'DYNAMIC' and failed_attempts >= :limit
                """)
                        .param("card", attempt.card().value())
                        .param("kind", attempt.kind().name())
                        .param("limit", attempt.limit())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    private <T> Attempted<T> read(
            List<byte[]> hashes, PasswordKind kind, Optional<IssuerProfile> issuer, boolean taken, ReadAlong<T> along) {
        if (issuer.isEmpty()) {
            return new Attempted<>(new Attempt.Closed(null, Attempt.Cause.UNKNOWN_CARD), List.of());
        }
        List<Row<T>> rows = jdbc.sql("""
                select c.id, c.product, c.expiry_year, c.expiry_month, c.active,
                       p.state, p.frozen_at, p.failed_attempts, p.channels, p.life_seconds, p.amount_cap, %s
                from card c join card_password p on p.card_id = c.id and p.kind = :kind
                %s
                where c.pan_hash in (:hashes)
                """.formatted(along.columns(), along.join()))
                .param("hashes", hashes)
                .param("kind", kind.name())
                .query((row, n) -> new Row<>(
                        taken ? reserved(row, kind, issuer.get()) : closed(row, issuer.get()),
                        along.reader().read(row)))
                .list();
        Attempt attempt = rows.isEmpty()
                ? new Attempt.Closed(null, Attempt.Cause.UNKNOWN_CARD)
                : rows.getFirst().attempt();
        return new Attempted<>(
                attempt, rows.stream().flatMap(row -> row.along().stream()).toList());
    }

    private record Row<T>(Attempt attempt, Optional<T> along) {}

    private static Attempt reserved(ResultSet row, PasswordKind kind, IssuerProfile issuer) throws SQLException {
        PasswordProfile profile = issuer.password(kind);
        String channels = row.getString("channels");
        return new Attempt.Reserved(
                new CardId(row.getLong("id")),
                kind,
                row.getInt("failed_attempts"),
                issuer.wrongCodeLimit(),
                life(row, profile),
                cap(row),
                channels == null || PasswordTable.channels(channels).contains(CodeChannel.APP));
    }

    private Attempt closed(ResultSet row, IssuerProfile issuer) throws SQLException {
        CardId card = new CardId(row.getLong("id"));
        CardExpiry expiry = new CardExpiry(row.getInt("expiry_year"), row.getInt("expiry_month"));
        boolean gift = CardProduct.valueOf(row.getString("product")) == CardProduct.GIFT;
        if (!row.getBoolean("active") || expiry.isPast(views.today())) {
            return new Attempt.Closed(card, Attempt.Cause.CARD_NOT_USABLE);
        }
        if (gift && !issuer.giftCards().dynamicPasswords()) {
            return new Attempt.Closed(card, Attempt.Cause.GIFT_CARD);
        }
        return switch (PasswordState.valueOf(row.getString("state"))) {
            case STATIC -> new Attempt.Closed(card, Attempt.Cause.NOT_DYNAMIC);
            case LOCKED -> new Attempt.Closed(card, Attempt.Cause.LOCKED);
            // Not frozen means: it was, or it was at its limit, when the attempt should have been taken.
            case DYNAMIC ->
                new Attempt.Closed(
                        card, row.getObject("frozen_at") == null ? Attempt.Cause.OPEN : Attempt.Cause.FROZEN);
        };
    }

    private static int life(ResultSet row, PasswordProfile profile) throws SQLException {
        int wished = row.getInt("life_seconds");
        return Math.clamp(
                row.wasNull() ? profile.lifeSeconds() : wished, profile.lifeSecondsMin(), profile.lifeSecondsMax());
    }

    private static @Nullable Rial cap(ResultSet row) throws SQLException {
        long cap = row.getLong("amount_cap");
        return row.wasNull() ? null : new Rial(cap);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("The password of a reserved attempt is gone");
        }
    }
}
