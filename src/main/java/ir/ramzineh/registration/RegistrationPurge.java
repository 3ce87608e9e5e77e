package ir.ramzineh.registration;

import ir.ramzineh.kernel.Batches;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes sign-ups that ended, with the personal data they hold, and the counts of days gone by. */
@Component
class RegistrationPurge {
    /** Days are counted in Tehran; two days hide every difference of zone. */
    private static final int DAYS_KEPT = 2;

    private final JdbcClient jdbc;
    private final RegistrationSettings settings;
    private final Clock clock;

    RegistrationPurge(JdbcClient jdbc, RegistrationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        Batches.each(rows -> jdbc.sql("delete from registration_process where ends_at < :before limit :rows")
                .param("before", UtcTime.toColumn(clock.instant().minus(settings.keepEnded())))
                .param("rows", rows)
                .update());
        Batches.each(rows -> jdbc.sql("delete from registration_card_tries where day < :before limit :rows")
                .param(
                        "before",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_KEPT))
                .param("rows", rows)
                .update());
    }
}
