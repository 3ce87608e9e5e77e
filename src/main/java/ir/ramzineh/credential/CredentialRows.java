package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of table {@code credential}. */
@Repository
class CredentialRows {
    private static final int TYPED_MAX = 64;

    private final JdbcClient jdbc;
    private final Clock clock;

    CredentialRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Stored(CustomerId customer, String userName, String passwordHash, int passwordVersion) {
        @Override
        public String toString() {
            return "Stored[" + customer + "]";
        }
    }

    void insert(CustomerId customer, UserName userName, String passwordHash) {
        try {
            jdbc.sql("""
                            insert into credential (customer_id, user_name, user_name_canonical, password_hash, changed_at)
                            values (:customer, :userName, :canonical, :hash, :now)
                            """)
                    .param("customer", customer.value())
                    .param("userName", userName.text())
                    .param("canonical", userName.canonical())
                    .param("hash", passwordHash)
                    .param("now", UtcTime.toColumn(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            // Without its cause: the driver's message quotes the name.
            throw new UserNameTakenException();
        }
    }

    /** By a name of any length and any signs; what cannot be a name is nobody's. */
    Optional<Stored> byUserName(String typed) {
        String canonical = UserName.canonical(typed);
        boolean possible = canonical.length() <= TYPED_MAX && canonical.chars().allMatch(c -> c > ' ' && c < 127);
        return read(jdbc.sql("select * from credential where user_name_canonical = :name")
                .param("name", possible ? canonical : ""));
    }

    Optional<Stored> byCustomer(CustomerId customer) {
        return read(jdbc.sql("select * from credential where customer_id = :customer")
                .param("customer", customer.value()));
    }

    /** {@code false} when the hash is no longer {@code before}: somebody else replaced it meanwhile. */
    boolean replace(CustomerId customer, String before, String after) {
        return jdbc.sql("""
                                update credential
                                set password_hash = :after, changed_at = :now, password_version = password_version + 1
                                where customer_id = :customer and password_hash = :before
                                """)
                        .param("after", after)
                        .param("now", UtcTime.toColumn(clock.instant()))
                        .param("customer", customer.value())
                        .param("before", before)
                        .update()
                == 1;
    }

    /** The same password under another hash. */
    void rehash(CustomerId customer, String before, String after) {
        jdbc.sql("""
                        update credential set password_hash = :after
                        where customer_id = :customer and password_hash = :before
                        """)
                .param("after", after)
                .param("customer", customer.value())
                .param("before", before)
                .update();
    }

    /**
     * Which password holds now. Waits for a change that is under way, and keeps others from beginning until the caller's
     * transaction ends. To be asked before anything else is locked.
     */
    int heldVersion(CustomerId customer) {
        return jdbc.sql("select password_version from credential where customer_id = :customer lock in share mode")
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    private static Optional<Stored> read(StatementSpec query) {
        return query.query((row, index) -> new Stored(
                        new CustomerId(row.getLong("customer_id")),
                        row.getString("user_name"),
                        row.getString("password_hash"),
                        row.getInt("password_version")))
                .optional();
    }
}
