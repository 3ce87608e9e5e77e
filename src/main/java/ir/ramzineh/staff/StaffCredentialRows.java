package ir.ramzineh.staff;

import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code staff_credential}: one for each member, made with it. */
@Repository
class StaffCredentialRows {
    private static final String DRAW = """
            update staff_credential c join staff_member m on m.id = c.staff_id
            set c.invitation_hash = :hash, c.invited_until = :until, c.drawn_ticket = c.ticket,
                c.drawn_holder = c.ticket_holder, c.drawn_until = c.ticket_until, c.drawn_hash = :hash
            where c.ticket = :ticket and c.ticket_holder = :holder and c.ticket_until > :now and m.active
              and :before is null
            """;

    private static final String REDRAW = """
            update staff_credential c join staff_member m on m.id = c.staff_id
            set c.invitation_hash = :hash, c.invited_until = :until, c.drawn_hash = :hash
            where c.drawn_ticket = :ticket and c.drawn_holder = :holder and c.drawn_until > :now and m.active
              and c.drawn_hash = c.invitation_hash and c.invitation_hash = unhex(:before)
            """;

    static final String TABLE = "staff_credential";
    static final Field KEY = new Field(TABLE, "key_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    StaffCredentialRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What a member who has set the sign-in up proves itself with. */
    record Stored(StaffId id, String passwordHash, OtpKey key, int version) {
        @Override
        public String toString() {
            return "Stored[" + id + "]";
        }
    }

    /**
     * An invitation that may still be used.
     *
     * @param hash the keyed hash of its secret, in hexadecimal digits
     */
    record Invitation(StaffId id, String hash) {
        @Override
        public String toString() {
            return "Invitation[" + id + "]";
        }
    }

    /** A member without password and authenticator. */
    void insert(StaffId id) {
        jdbc.sql("insert into staff_credential (staff_id) values (:id)")
                .param("id", id.value())
                .update();
    }

    /** Of an active member whose sign-in is set up. */
    Optional<Stored> byUserName(String userName) {
        return jdbc.sql("""
                        select m.id, m.version, c.password_hash, c.key_sealed
                        from staff_member m join staff_credential c on c.staff_id = m.id
                        where m.user_name = :name and m.active
                          and c.password_hash is not null and c.key_sealed is not null
                        """)
                .param("name", userName)
                .query((row, index) -> stored(row))
                .optional();
    }

    /** Of an active member whose sign-in is set up. */
    Optional<Stored> byId(StaffId id) {
        return jdbc.sql("""
                        select m.id, m.version, c.password_hash, c.key_sealed
                        from staff_member m join staff_credential c on c.staff_id = m.id
                        where m.id = :id and m.active and c.password_hash is not null and c.key_sealed is not null
                        """)
                .param("id", id.value())
                .query((row, index) -> stored(row))
                .optional();
    }

    /**
     * Claims a time step for an active member whose sign-in rests on this version; only the first caller gets
     * {@code true} (RFC 6238, section 5.2).
     */
    boolean claim(StaffId id, long step, int version) {
        return jdbc.sql("""
                                update staff_credential c join staff_member m on m.id = c.staff_id
                                set c.last_step = :step, c.code_failures = 0, c.code_told = false
                                where c.staff_id = :id and c.last_step < :step and m.active and m.version = :version
                                """)
                        .param("step", step)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** {@code false} when another password stands there by now. */
    boolean rehash(StaffId id, String before, String after) {
        return jdbc.sql("""
                                update staff_credential set password_hash = :after
                                where staff_id = :id and password_hash = :before
                                """)
                        .param("after", after)
                        .param("before", before)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Whether the member can sign in by password and code. */
    boolean isSetUp(StaffId id) {
        return jdbc.sql("""
                        select staff_id from staff_credential
                        where staff_id = :id and password_hash is not null and key_sealed is not null
                        """)
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Takes password and authenticator away and opens the way to new ones. The step stays: no old code comes back. */
    void invite(StaffId id, byte[] hash, Instant until) {
        takeAway(id);
        jdbc.sql("update staff_credential set invitation_hash = :hash, invited_until = :until where staff_id = :id")
                .param("hash", hash)
                .param("until", UtcTime.toColumn(until))
                .param("id", id.value())
                .update();
    }

    /** As {@link #invite}, but the invitation is yet to be drawn, by the holder of the ticket alone. */
    void ticket(StaffId id, StaffTicket ticket, Instant until) {
        takeAway(id);
        jdbc.sql("""
                        update staff_credential set ticket = :ticket, ticket_holder = :holder, ticket_until = :until
                        where staff_id = :id
                        """)
                .param("ticket", ticket.number())
                .param("holder", ticket.holder().value())
                .param("until", UtcTime.toColumn(until))
                .param("id", id.value())
                .update();
    }

    /** Password, authenticator, and every way to new ones. */
    private void takeAway(StaffId id) {
        endInvitation(id);
        jdbc.sql("""
                        update staff_credential
                        set password_hash = null, key_sealed = null, code_failures = 0, code_told = false, code_warning = 0
                        where staff_id = :id
                        """).param("id", id.value()).update();
    }

    /** Neither an invitation that was drawn nor a ticket for one is worth anything from now on. */
    void endInvitation(StaffId id) {
        jdbc.sql("""
                        update staff_credential
                        set invitation_hash = null, invited_until = null,
                            ticket = null, ticket_holder = null, ticket_until = null,
                            drawn_ticket = null, drawn_holder = null, drawn_until = null, drawn_hash = null
                        where staff_id = :id
                        """).param("id", id.value()).update();
    }

    /** The active member whose invitation somebody may draw now, and which one was drawn before and not used. */
    Optional<Ticketed> ticketed(StaffTicket ticket, Instant now) {
        return jdbc.sql("""
                        select m.id, if(c.ticket <=> :ticket, null, lower(hex(c.drawn_hash)))
                        from staff_credential c join staff_member m on m.id = c.staff_id
                        where m.active
                          and ((c.ticket = :ticket and c.ticket_holder = :holder and c.ticket_until > :now)
                            or (c.drawn_ticket = :ticket and c.drawn_holder = :holder and c.drawn_until > :now
                                and c.drawn_hash = c.invitation_hash))
                        """)
                .param("ticket", ticket.number())
                .param("holder", ticket.holder().value())
                .param("now", UtcTime.toColumn(now))
                .query((row, index) -> new Ticketed(new StaffId(row.getLong(1)), row.getString(2)))
                .optional();
    }

    /** @param drawn hash of the invitation that this ticket has brought already, which nobody has used; or nothing */
    record Ticketed(StaffId id, @Nullable String drawn) {}

    /**
     * Turns a ticket into an invitation, or replaces the one it was turned into; of many who try at once only one gets
     * {@code true}.
     *
     * @param before the invitation to replace; {@code null}: this is the first
     */
    boolean draw(StaffTicket ticket, @Nullable String before, byte[] hash, Instant until, Instant now) {
        if (before != null) {
            return drawn(REDRAW, ticket, hash, until, now, before);
        }
        boolean first = drawn(DRAW, ticket, hash, until, now, null);
        if (first) {
            // A node of an older version gives an invitation for any ticket that it finds here.
            jdbc.sql("""
                            update staff_credential set ticket = null, ticket_holder = null, ticket_until = null
                            where drawn_ticket = :ticket
                            """).param("ticket", ticket.number()).update();
        }
        return first;
    }

    private boolean drawn(
            String statement, StaffTicket ticket, byte[] hash, Instant until, Instant now, @Nullable String before) {
        return jdbc.sql(statement)
                        .param("hash", hash)
                        .param("before", before, Types.VARCHAR)
                        .param("until", UtcTime.toColumn(until))
                        .param("ticket", ticket.number())
                        .param("holder", ticket.holder().value())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** The invitation of an active member that has not run out. */
    Optional<Invitation> invitation(String userName, Instant now) {
        return jdbc.sql("""
                        select m.id, c.invitation_hash
                        from staff_member m join staff_credential c on c.staff_id = m.id
                        where m.user_name = :name and m.active and c.invitation_hash is not null
                          and c.invited_until > :now
                        """)
                .param("name", userName)
                .param("now", UtcTime.toColumn(now))
                .query((row, index) -> new Invitation(
                        new StaffId(row.getLong(1)), HexFormat.of().formatHex(row.getBytes(2))))
                .optional();
    }

    /** Uses an invitation up; of two who hold it at once only one gets {@code true}. */
    boolean accept(Invitation invitation, String passwordHash, OtpKey key, long step, Instant now) {
        long id = invitation.id().value();
        return jdbc.sql("""
                                update staff_credential c join staff_member m on m.id = c.staff_id
                                set c.password_hash = :password, c.password_changed_at = :now, c.key_sealed = :key,
                                    c.last_step = :step, c.invitation_hash = null, c.invited_until = null,
                                    c.ticket = null, c.ticket_holder = null, c.ticket_until = null,
                                    c.drawn_ticket = null, c.drawn_holder = null, c.drawn_until = null,
                                    c.drawn_hash = null
                                where c.staff_id = :id and c.invitation_hash = :hash and c.invited_until > :now
                                  and c.last_step < :step and m.active
                                """)
                        .param("password", passwordHash)
                        .param("now", UtcTime.toColumn(now))
                        .param("key", vault.sealBytes(KEY, id, key.bytes()))
                        .param("step", step)
                        .param("id", id)
                        .param("hash", HexFormat.of().parseHex(invitation.hash()))
                        .update()
                == 1;
    }

    /** Another password in place of this one; {@code false} when it was replaced meanwhile. */
    boolean replace(StaffId id, String before, String after, Instant now) {
        return jdbc.sql("""
                                update staff_credential set password_hash = :after, password_changed_at = :now
                                where staff_id = :id and password_hash = :before
                                """)
                        .param("after", after)
                        .param("now", UtcTime.toColumn(now))
                        .param("before", before)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Gives a member password and authenticator at once, as the demonstration and the tests do. */
    void set(StaffId id, String passwordHash, OtpKey key, Instant now) {
        jdbc.sql("""
                        update staff_credential
                        set password_hash = :hash, password_changed_at = :now, key_sealed = :key
                        where staff_id = :id
                        """)
                .param("hash", passwordHash)
                .param("now", UtcTime.toColumn(now))
                .param("key", vault.sealBytes(KEY, id.value(), key.bytes()))
                .param("id", id.value())
                .update();
    }

    private Stored stored(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Stored(
                new StaffId(id),
                row.getString("password_hash"),
                new OtpKey(vault.openBytes(KEY, id, row.getBytes("key_sealed"))),
                row.getInt("version"));
    }
}
