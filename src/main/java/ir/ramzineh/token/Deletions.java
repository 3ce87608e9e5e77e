package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CustomerId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The end of a token that its owner wants, in the portal or on the phone itself (S9.10, S10.12, S10.17). */
@Component
class Deletions {
    private final TokenTable tokens;
    private final CardPasswords passwords;
    private final CardChannels channels;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final Clock clock;

    Deletions(
            TokenTable tokens,
            CardPasswords passwords,
            CardChannels channels,
            ActivationMessages messages,
            AuditTrail audit,
            Clock clock) {
        this.tokens = tokens;
        this.passwords = passwords;
        this.channels = channels;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Its codes stop counting at once, its key is destroyed. Where nothing else makes codes for the password, it is
     * static again with that. The customer is told by message.
     *
     * @param why joins the details of the event
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DeleteOutcome delete(CustomerId customer, TokenId token, Actor actor, Map<String, String> why) {
        Optional<TokenView> found = tokens.active(customer, token);
        if (found.isEmpty()) {
            return new DeleteOutcome.Unknown();
        }
        TokenView view = found.get();
        // The card's row before the token's row: verification locks them in the same order. The event that comes with
        // the first kills the tokens, the second is for a token whose password was static already.
        boolean others = !channels.activated(view.card(), view.kind()).isEmpty();
        boolean switched = !others && passwords.switchToStatic(customer, view.card(), view.kind());
        boolean killed = tokens.killActive(customer, token, clock.instant());
        if (!switched && !killed) {
            return new DeleteOutcome.Unknown();
        }
        Map<String, String> details = new HashMap<>(messages.details(customer, view.card(), view.kind()));
        details.putAll(why);
        audit.record(new AuditEvent(actor, "token.deleted", customer, view.card(), details));
        if (others) {
            messages.edition(customer, view.card(), CodeChannel.APP, "off");
        } else {
            messages.deleted(customer, view.card(), view.kind());
        }
        return new DeleteOutcome.Deleted(view.card(), view.kind());
    }
}
