package ir.ramzineh.credential;

import ir.ramzineh.kernel.Batches;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what can change no answer any more: challenges and recoveries that ended, waits nobody can be held by, browsers
 * that are not known any more. Tables without a rule stay; docs/operations/retention.md lists all.
 */
@Component
class CredentialPurge {
    private final JdbcClient jdbc;
    private final CredentialSettings settings;
    private final Clock clock;

    CredentialPurge(JdbcClient jdbc, CredentialSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        Instant ended = now.minus(settings.keepEnded());
        remove("delete from sms_challenge where ends_at < :before limit :rows", ended);
        remove("delete from recovery where ends_at < :before limit :rows", ended);
        remove("delete from known_device where expires_at < :before order by id limit :rows", now);
        CredentialSettings.Waits waits = settings.waits();
        Duration forget = waits.forgetAccountAfter().compareTo(waits.addressWindow()) > 0
                ? waits.forgetAccountAfter()
                : waits.addressWindow();
        // After this time a count begins from nothing anyway, whether there is a row or not.
        remove(
                "delete from sign_in_wait where last_at < :before limit :rows",
                now.minus(forget).minus(waits.longest()));
    }

    private void remove(String statement, Instant before) {
        Batches.each(rows -> jdbc.sql(statement)
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update());
    }
}
