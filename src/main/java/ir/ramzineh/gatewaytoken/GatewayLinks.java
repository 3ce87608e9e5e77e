package ir.ramzineh.gatewaytoken;

import ir.ramzineh.corebank.AccountNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tokens are linked to (S10.4), and how many wrong codes channels have sent for it. */
@Repository
class GatewayLinks {
    static final String ACCOUNTS = "gateway_account";
    static final Field NUMBER = new Field(ACCOUNTS, "number_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    GatewayLinks(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /**
     * A living link with the token behind it.
     *
     * @param wrongCodes of this round, which ends with a right one, a lock or an unlocking
     * @param wrongInRow since the last right one; neither unlocking nor linking anew starts it again
     */
    record Row(
            long id,
            long token,
            CustomerId customer,
            LinkScope scope,
            int wrongCodes,
            int wrongInRow,
            Instant linkedAt,
            @Nullable Instant lockedAt) {
        /** Whether another round of wrong codes stays within the bound on all of them in a row. */
        boolean roundLeft(int round) {
            return GatewayLinks.roundLeft(wrongInRow, round);
        }
    }

    /** A bank's account by its number. */
    record AccountRef(String bank, AccountNumber number) {}

    /** {@code false} where the customer has another token linked to this, or another customer's link has one of the accounts. */
    boolean link(long token, CustomerId customer, LinkScope scope, List<AccountRef> accounts, Instant now) {
        // Also under hashes of older keys, which the unique column does not compare.
        if (accounts.stream().anyMatch(account -> !ownersOf(account).isEmpty())) {
            return false;
        }
        long link = ids.next();
        try {
            jdbc.sql("""
                    insert into gateway_link (id, token_id, customer_id, scope, live_slot, wrong_in_row, linked_at)
                    values (:id, :token, :customer, :scope, 1, :wrong, :now)
                    """)
                    .param("id", link)
                    .param("token", token)
                    .param("customer", customer.value())
                    .param("scope", scope.name())
                    .param("wrong", wrongInRow(token, scope))
                    .param("now", UtcTime.toColumn(now))
                    .update();
            accounts.forEach(account -> insert(link, account));
            return true;
        } catch (DuplicateKeyException linkedAlready) {
            return false;
        }
    }

    private void insert(long link, AccountRef account) {
        long id = ids.next();
        jdbc.sql("""
                insert into gateway_account (id, link_id, bank, number_sealed, number_hash)
                values (:id, :link, :bank, :sealed, :hash)
                """)
                .param("id", id)
                .param("link", link)
                .param("bank", account.bank())
                .param("sealed", vault.seal(NUMBER, id, account.number().digits()))
                .param("hash", vault.lookupHash(NUMBER, account.number().digits()))
                .update();
    }

    /** Whether a new link of the token to this may have a round of wrong codes. */
    boolean roundLeft(long token, LinkScope scope, int round) {
        return roundLeft(wrongInRow(token, scope), round);
    }

    private static boolean roundLeft(int wrongInRow, int round) {
        return wrongInRow + round <= GatewayUnlocks.WRONG_IN_ROW_MAX;
    }

    /**
     * Wrong codes in a row of the token's last link to this, living or over: linking anew is no new binding, for the key is
     * the same (NIST 800-63B-4, 3.2.2). In a link that is over nothing is counted any more.
     */
    private int wrongInRow(long token, LinkScope scope) {
        return jdbc.sql("""
                select wrong_in_row from gateway_link where token_id = :token and scope = :scope order by id desc limit 1
                """)
                .param("token", token)
                .param("scope", scope.name())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    boolean unlink(long token, LinkScope scope, Instant now) {
        jdbc.sql("""
                delete a from gateway_account a join gateway_link l on l.id = a.link_id
                where l.token_id = :token and l.scope = :scope and l.live_slot = 1
                """).param("token", token).param("scope", scope.name()).update();
        return jdbc.sql("""
                update gateway_link set live_slot = null, unlinked_at = :now
                where token_id = :token and scope = :scope and live_slot = 1
                """)
                        .param("token", token)
                        .param("scope", scope.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    List<Row> of(long token) {
        return jdbc.sql("select * from gateway_link where token_id = :token and live_slot = 1 order by scope desc")
                .param("token", token)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Row> of(CustomerId customer, LinkScope scope) {
        return jdbc.sql("""
                select l.* from gateway_link l join gateway_token t on t.id = l.token_id and t.state = 'ACTIVE'
                where l.customer_id = :customer and l.scope = :scope and l.live_slot = 1
                """)
                .param("customer", customer.value())
                .param("scope", scope.name())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Whose account it is, where a token is linked to it. An account with two owners is nobody's. */
    Optional<CustomerId> ownerOf(AccountRef account) {
        List<CustomerId> owners = ownersOf(account);
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }

    private List<CustomerId> ownersOf(AccountRef account) {
        return jdbc.sql("""
                select distinct l.customer_id from gateway_account a join gateway_link l on l.id = a.link_id and l.live_slot = 1
                where a.bank = :bank and a.number_hash in (:hashes)
                """)
                .param("bank", account.bank())
                .param("hashes", vault.lookupHashes(NUMBER, account.number().digits()))
                .query((row, n) -> new CustomerId(row.getLong(1)))
                .list();
    }

    /** Whether a link lives, and keeps it so until the caller's transaction ends. */
    boolean holds(long link) {
        return jdbc.sql("select 1 from gateway_link where id = :id and live_slot = 1 for update")
                .param("id", link)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Counts a wrong code before it is looked at, and holds the link until the caller's transaction ends. */
    boolean reserve(long link, int max) {
        return jdbc.sql("""
                update gateway_link set wrong_codes = wrong_codes + 1, wrong_in_row = wrong_in_row + 1
                where id = :id and live_slot = 1 and locked_at is null and wrong_codes < :max
                """).param("id", link).param("max", max).update() == 1;
    }

    /** The code was right: what was counted begins anew. */
    void accepted(long link) {
        jdbc.sql("update gateway_link set wrong_codes = 0, wrong_in_row = 0 where id = :id")
                .param("id", link)
                .update();
    }

    /** The code was no guess: what was counted for it is taken back. */
    void giveBack(long link) {
        jdbc.sql("""
                update gateway_link set wrong_codes = wrong_codes - 1, wrong_in_row = wrong_in_row - 1
                where id = :id and wrong_codes > 0
                """).param("id", link).update();
    }

    /** Locks the link where the last forgiven wrong code was sent. */
    boolean lockAt(long link, int max, Instant now) {
        return jdbc.sql("""
                update gateway_link set locked_at = :now
                where id = :id and live_slot = 1 and locked_at is null and wrong_codes >= :max
                """)
                        .param("id", link)
                        .param("max", max)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Ends this lock and no later one, where another round of wrong codes stays within the bound on all in a row. */
    boolean unlock(long link, Instant lockedAt, int round) {
        return jdbc.sql("""
                update gateway_link set locked_at = null, wrong_codes = 0
                where id = :id and live_slot = 1 and locked_at = :locked and wrong_in_row + :round <= :max
                """)
                        .param("id", link)
                        .param("round", round)
                        .param("max", GatewayUnlocks.WRONG_IN_ROW_MAX)
                        .param("locked", UtcTime.toColumn(lockedAt))
                        .update()
                == 1;
    }

    private static Row read(ResultSet row) throws SQLException {
        LocalDateTime locked = row.getObject("locked_at", LocalDateTime.class);
        return new Row(
                row.getLong("id"),
                row.getLong("token_id"),
                new CustomerId(row.getLong("customer_id")),
                LinkScope.valueOf(row.getString("scope")),
                row.getInt("wrong_codes"),
                row.getInt("wrong_in_row"),
                UtcTime.fromColumn(row.getObject("linked_at", LocalDateTime.class)),
                locked == null ? null : UtcTime.fromColumn(locked));
    }
}
