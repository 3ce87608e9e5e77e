package ir.ramzineh.card;

import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counting of attempts at codes: the statements that stand between a guesser and a card. */
@Repository
class AttemptTable {
    private static final ReadAlong<Object> NOTHING = new ReadAlong<>("null as nothing", "", row -> Optional.empty());

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Issuers issuers;
    private final AttemptRows rows;

    AttemptTable(JdbcClient jdbc, Vault vault, Issuers issuers, AttemptRows rows) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.issuers = issuers;
        this.rows = rows;
    }

    /** Locks what it reads. On a cluster the lock is local; there the update of {@link #settle} decides who was first. */
    <T> Attempted<T> reserve(CardNumber number, PasswordKind kind, ReadAlong<T> along) {
        return read(number, kind, along, "for update");
    }

    Attempt look(CardNumber number, PasswordKind kind) {
        return read(number, kind, NOTHING, "").attempt();
    }

    /** What becomes of an attempt: one statement of one shape, so that its cost tells nothing. */
    enum Settlement {
        RIGHT,
        WRONG,
        WRONG_AND_LOCKED,
        NEITHER
    }

    void settle(Attempt.Reserved attempt, Settlement settlement, Instant now) {
        int before = attempt.used() - 1;
        int after = switch (settlement) {
            case RIGHT -> 0;
            case WRONG, WRONG_AND_LOCKED -> attempt.used();
            case NEITHER -> before;
        };
        int changed = jdbc.sql("""
                update card_password
                set failed_attempts = :after,
                    last_asked_at = :now,
                    last_accepted_at = if(:right, :now, last_accepted_at),
                    wrong_in_row = if(:right, 0, wrong_in_row + :wrong),
                    state_since = if(:locked, :now, state_since),
                    locked_from = if(:locked, state, locked_from),
                    state = if(:locked, 'LOCKED', state)
                where card_id = :card and kind = :kind
                  and state <> 'LOCKED' and frozen_at is null and failed_attempts = :before
                """)
                .param("after", after)
                .param("wrong", after > before ? 1 : 0)
                .param("now", UtcTime.toColumn(now))
                .param("right", settlement == Settlement.RIGHT)
                .param("locked", settlement == Settlement.WRONG_AND_LOCKED)
                .param("card", attempt.card().value())
                .param("kind", attempt.kind().name())
                .param("before", before)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("The password of a reserved attempt is not as it was");
        }
    }

    private <T> Attempted<T> read(CardNumber number, PasswordKind kind, ReadAlong<T> along, String lock) {
        Optional<IssuerProfile> issuer = issuers.of(number);
        if (issuer.isEmpty()) {
            return new Attempted<>(new Attempt.Closed(null, Attempt.Cause.UNKNOWN_CARD), List.of());
        }
        List<Row<T>> found = jdbc.sql("""
                select c.id, c.product, c.expiry_year, c.expiry_month, c.active,
                       p.state, p.frozen_at, p.failed_attempts, p.channels, p.life_seconds, p.amount_cap,
                       p.code_made_at, p.types_off, p.hour_from, p.hour_until, p.emergency_channels,
                       p.emergency_until, %s
                from card c join card_password p on p.card_id = c.id and p.kind = :kind
                %s
                where c.pan_hash in (:hashes)
                %s
                """.formatted(along.columns(), along.join(), lock))
                .param("hashes", vault.lookupHashes(CardTable.PAN, number.digits()))
                .param("kind", kind.name())
                .params(along.parameters())
                .query((row, n) -> new Row<>(
                        rows.read(row, kind, issuer.get()), along.reader().read(row)))
                .list();
        Attempt attempt = found.isEmpty()
                ? new Attempt.Closed(null, Attempt.Cause.UNKNOWN_CARD)
                : found.getFirst().attempt();
        return new Attempted<>(
                attempt, found.stream().flatMap(row -> row.along().stream()).toList());
    }

    private record Row<T>(Attempt attempt, Optional<T> along) {}
}
