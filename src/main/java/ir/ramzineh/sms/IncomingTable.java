package ir.ramzineh.sms;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of messages from phones. Every step is one conditional statement; its row count tells who took it. */
@Component
class IncomingTable {
    private final JdbcClient jdbc;
    private final IdSource ids;

    IncomingTable(JdbcClient jdbc, IdSource ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Who may deal with a message. */
    sealed interface Claim {
        /**
         * This caller.
         *
         * @param first nobody had begun before
         */
        record Mine(long claim, boolean first) implements Claim {}

        /** Nobody any more. */
        record Dealt() implements Claim {}

        /** Somebody who is at it. */
        record Busy() implements Claim {}

        /** Nobody: its phone writes too much. */
        record Limited() implements Claim {}
    }

    /**
     * Takes a message, in the caller's transaction: one that is new, one whose claim has ended, or one that counts as new again.
     *
     * @param newAfter what was received then or before counts as another message
     */
    Claim claim(byte[] once, Instant now, Instant until, Instant newAfter) {
        long claim = ids.next();
        if (insert(once, claim, now, until)) {
            return new Claim.Mine(claim, true);
        }
        if (renew(once, claim, now, until, newAfter)) {
            return new Claim.Mine(claim, true);
        }
        int rows = jdbc.sql("""
                        update sms_incoming set claim = :claim, claimed_until = :until
                        where once = :once and not dealt and claimed_until <= :now
                        """)
                .param("claim", claim)
                .param("until", UtcTime.toColumn(until))
                .param("once", once)
                .param("now", UtcTime.toColumn(now))
                .update();
        if (rows == 1) {
            return new Claim.Mine(claim, false);
        }
        boolean dealt = jdbc.sql("select dealt from sms_incoming where once = :once")
                .param("once", once)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return dealt ? new Claim.Dealt() : new Claim.Busy();
    }

    /** "on duplicate key update" locks the row at once; a failed plain insert would share the lock and invite a deadlock. */
    private boolean insert(byte[] once, long claim, Instant now, Instant until) {
        jdbc.sql("""
                        insert into sms_incoming (once, received_at, claim, claimed_until)
                        values (:once, :now, :claim, :until)
                        on duplicate key update once = once
                        """)
                .param("once", once)
                .param("now", UtcTime.toColumn(now))
                .param("claim", claim)
                .param("until", UtcTime.toColumn(until))
                .update();
        return jdbc.sql("select claim = :claim from sms_incoming where once = :once")
                .param("claim", claim)
                .param("once", once)
                .query(Boolean.class)
                .single();
    }

    private boolean renew(byte[] once, long claim, Instant now, Instant until, Instant newAfter) {
        return jdbc.sql("""
                        update sms_incoming
                        set received_at = :now, claim = :claim, claimed_until = :until, dealt = false
                        where once = :once and dealt and received_at <= :newAfter
                        """)
                        .param("now", UtcTime.toColumn(now))
                        .param("claim", claim)
                        .param("until", UtcTime.toColumn(until))
                        .param("once", once)
                        .param("newAfter", UtcTime.toColumn(newAfter))
                        .update()
                == 1;
    }

    /** Ends it, if this claim still holds it. */
    boolean dealt(Claim.Mine claim) {
        return jdbc.sql("update sms_incoming set dealt = true where claim = :claim and not dealt")
                        .param("claim", claim.claim())
                        .update()
                == 1;
    }

    /** Gives it back at once; without this its claim would end by itself. */
    void release(Claim.Mine claim, Instant now) {
        jdbc.sql("update sms_incoming set claimed_until = :now where claim = :claim and not dealt")
                .param("now", UtcTime.toColumn(now))
                .param("claim", claim.claim())
                .update();
    }

    int removeOlderThan(Instant before, int limit) {
        return jdbc.sql("delete from sms_incoming where received_at < :before limit :limit")
                .param("before", UtcTime.toColumn(before))
                .param("limit", limit)
                .update();
    }
}
