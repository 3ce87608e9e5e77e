package ir.ramzineh.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends activations whose time ran out, destroying their keys, and removes what has been over for long. An expired
 * activation is refused from the first moment; this only tidies up. Any number of nodes may run it: every step is
 * conditional.
 */
@Component
class TokenExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(TokenExpiry.class);
    private static final int ROWS_MAX = 500;

    private final ActivationTable activations;
    private final TokenTable tokens;
    private final ActivationSteps steps;
    private final TokenSettings settings;
    private final Clock clock;

    TokenExpiry(
            ActivationTable activations,
            TokenTable tokens,
            ActivationSteps steps,
            TokenSettings settings,
            Clock clock) {
        this.activations = activations;
        this.tokens = tokens;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ramzineh.token.tidy-every:PT1M}", initialDelayString = "PT20S")
    void tidyUp() {
        try {
            Instant now = clock.instant();
            List<ActivationTable.Row> expired = activations.expired(now, ROWS_MAX);
            expired.forEach(row -> steps.end(row, ActivationState.EXPIRED));
            Instant before = now.minus(settings.keepFor());
            activations.purgeOver(before, ROWS_MAX);
            tokens.purgeDead(before, ROWS_MAX);
        } catch (DataAccessException e) {
            LOG.warn(
                    "Expired activations could not be ended, trying again: {}",
                    e.getClass().getName());
        }
    }
}
