package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The editions in which one password has codes (S6.2): the app, text messages, either or both. The last one that goes
 * takes the password back to static (S4.8, S4.9, S14.8).
 */
@Service
public class Editions {
    private final CardPasswords passwords;
    private final CardChannels channels;
    private final TokenTable tokens;
    private final PinTable pins;
    private final ActivationTable activations;
    private final ActivationSteps steps;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final Clock clock;

    Editions(
            CardPasswords passwords,
            CardChannels channels,
            TokenTable tokens,
            PinTable pins,
            ActivationTable activations,
            ActivationSteps steps,
            ActivationMessages messages,
            AuditTrail audit,
            Clock clock) {
        this.passwords = passwords;
        this.channels = channels;
        this.tokens = tokens;
        this.pins = pins;
        this.activations = activations;
        this.steps = steps;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** What makes codes for this password now, beside what every card of the bank has; empty while it is static. */
    public Set<CodeChannel> of(CardId card, PasswordKind kind) {
        Set<CodeChannel> editions = EnumSet.noneOf(CodeChannel.class);
        if (passwords.status(card, kind).state() != PasswordState.DYNAMIC) {
            return editions;
        }
        editions.addAll(channels.activated(card, kind));
        if (!tokens.live(card, kind).isEmpty()) {
            editions.add(CodeChannel.APP);
        }
        return editions;
    }

    /**
     * Switches an edition without an app on (S4.7, S13.1) and tells the customer how it is used.
     *
     * @return {@code false} where it was on already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean activate(CustomerId customer, CardId card, PasswordKind kind, CodeChannel channel, Actor actor) {
        if (channel == CodeChannel.APP) {
            throw new IllegalArgumentException("the app is activated with a key");
        }
        boolean switched = channels.switchOn(customer, card, kind, channel);
        if (switched) {
            record(actor, "card.edition-on", customer, card, kind, channel);
            messages.edition(customer, card, channel, "on");
        }
        return switched;
    }

    /** Switches an edition off. A key that is still on its way dies with the app's edition. */
    @Transactional(propagation = Propagation.MANDATORY)
    public EditionOutcome deactivate(
            CustomerId customer, CardId card, PasswordKind kind, CodeChannel channel, Actor actor) {
        channels.hold(card);
        Set<CodeChannel> left = of(card, kind);
        boolean locked = passwords.status(card, kind).state() == PasswordState.LOCKED;
        if (channel == CodeChannel.APP) {
            activations.live(card, kind).ifPresent(row -> steps.end(row, ActivationState.CANCELLED));
        }
        if (!left.remove(channel) && !locked) {
            return new EditionOutcome.WasOff();
        }
        if (channel == CodeChannel.APP) {
            tokens.killActive(card, kind, clock.instant());
        } else {
            channels.switchOff(card, kind, channel);
        }
        boolean staticAgain = left.isEmpty() && passwords.switchToStatic(customer, card, kind);
        pins.forgetUnused(card);
        record(actor, "card.edition-off", customer, card, kind, channel);
        if (staticAgain) {
            messages.switchedOff(customer, card, kind);
        } else {
            messages.edition(customer, card, channel, "off");
        }
        return new EditionOutcome.Off(staticAgain);
    }

    private void record(
            Actor actor, String event, CustomerId customer, CardId card, PasswordKind kind, CodeChannel channel) {
        audit.record(new AuditEvent(
                actor,
                event,
                customer,
                card,
                messages.details(
                        customer, card, kind, "channels", channel.name().toUpperCase(Locale.ROOT))));
    }
}
