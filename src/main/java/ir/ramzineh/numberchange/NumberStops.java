package ir.ramzineh.numberchange;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.vault.Vault;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people do to a change that runs: the old number cancels it, two members of staff give it up. Each happens once. */
@Repository
class NumberStops {
    private final JdbcClient jdbc;
    private final Vault vault;

    NumberStops(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Cancels; once, and only until the time without codes is over. */
    boolean cancel(long id, Instant now) {
        return jdbc.sql("""
                update number_change
                set state = 'TAKING_BACK', next_try_at = :now, asked_since = :now, given_up_at = null
                where id = :id and (state = 'WRITING' or (state = 'COOLING' and cooling_until > :now))
                """).param("now", UtcTime.toColumn(now)).param("id", id).update() == 1;
    }

    /** Whether the word from this number cancels something now and has not passed for it before; once for each change. */
    boolean passWord(MobileNumber from, Instant now) {
        return jdbc.sql("""
                update number_change set word_passed = true
                where old_hash in (:hashes) and not word_passed
                  and (state = 'WRITING' or (state = 'COOLING' and cooling_until > :now))
                """)
                        .param("hashes", vault.lookupHashes(NumberChangeTable.OLD, from.e164()))
                        .param("now", UtcTime.toColumn(now))
                        .update()
                > 0;
    }

    /** Two people end it; once for each state, and only if the bank owes the answer since before that moment. */
    boolean giveUp(long id, State state, Instant now, Instant askedBefore) {
        return jdbc.sql("""
                update number_change set given_up_at = :now, next_try_at = :now
                where id = :id and state = :state and state in ('WRITING', 'TAKING_BACK') and given_up_at is null
                  and coalesce(asked_since, approved_at) <= :before
                """)
                        .param("now", UtcTime.toColumn(now))
                        .param("id", id)
                        .param("state", state.name())
                        .param("before", UtcTime.toColumn(askedBefore))
                        .update()
                == 1;
    }
}
