package ir.ramzineh.token;

import ir.ramzineh.card.PasswordLocked;
import ir.ramzineh.card.SwitchedToStatic;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tokens die with their password, in the transaction that ends it: when the customer switches codes off, and when wrong
 * codes locked them, after which only a new activation helps (S7.13). A plain listener runs inside the publisher's
 * transaction and takes it down when it fails.
 */
@Component
class TokenDeaths {
    private final TokenTable tokens;
    private final Clock clock;

    TokenDeaths(TokenTable tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @EventListener
    void on(SwitchedToStatic event) {
        kill(event.card(), event.kind());
    }

    @EventListener
    void on(PasswordLocked event) {
        kill(event.card(), event.kind());
    }

    private void kill(CardId card, PasswordKind kind) {
        tokens.killActive(card, kind, clock.instant());
    }
}
