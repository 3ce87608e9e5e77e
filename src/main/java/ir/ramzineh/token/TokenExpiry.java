package ir.ramzineh.token;

import ir.ramzineh.kernel.Batches;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Ends activations whose time ran out, destroying their keys, and removes what has been over for long. An expired
 * activation is refused from the first moment; this only tidies up. Any number of nodes may run it: every step is
 * conditional.
 */
@Component
class TokenExpiry {
    private static final int ROWS_MAX = 500;

    private final ActivationTable activations;
    private final TokenTable tokens;
    private final PhoneTable phones;
    private final PhoneNames names;
    private final NewPhones newPhones;
    private final ClaimTries tries;
    private final ActivationSteps steps;
    private final TokenSettings settings;
    private final Clock clock;

    TokenExpiry(
            ActivationTable activations,
            TokenTable tokens,
            PhoneTable phones,
            PhoneNames names,
            NewPhones newPhones,
            ClaimTries tries,
            ActivationSteps steps,
            TokenSettings settings,
            Clock clock) {
        this.activations = activations;
        this.tokens = tokens;
        this.phones = phones;
        this.names = names;
        this.newPhones = newPhones;
        this.tries = tries;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
    }

    void tidyUp() {
        Instant now = clock.instant();
        List<ActivationTable.Row> expired = activations.expired(now, ROWS_MAX);
        expired.forEach(row -> steps.end(row, ActivationState.EXPIRED));
        Instant before = now.minus(settings.keepFor());
        Batches.each(rows -> activations.purgeOver(before, rows));
        Batches.each(rows -> tokens.purgeDead(before, rows));
        Batches.each(tries::purge);
        Batches.each(rows -> newPhones.purge(now, rows));
        Batches.each(rows -> phones.purgeRequests(now.minus(PhoneTokens.memory()), rows));
        names.giveMissing(ROWS_MAX);
    }
}
