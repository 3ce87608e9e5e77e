package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The wish for a new phone when the old one is not at hand. Whoever can sign in to the portal could put his own phone in
 * the place of the owner's; where the bank says so, such a wish waits, the owner is told on both channels, and the old
 * phone works on and may object. Deleting the token first, or having it locked, is no way around the wait; only the phone
 * itself may give it back. An ATM, which has seen the card and its first password, does not ask here.
 */
@Component
class NewPhones {
    /** How long after the waiting time a wish is good. */
    private static final Duration WISH_LIFE = Duration.ofDays(7);

    private final NewPhoneTable wishes;
    private final PhoneTable phones;
    private final CardChannels channels;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final Clock clock;

    NewPhones(
            NewPhoneTable wishes,
            PhoneTable phones,
            CardChannels channels,
            ActivationMessages messages,
            AuditTrail audit,
            Clock clock) {
        this.wishes = wishes;
        this.phones = phones;
        this.channels = channels;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * From when on a new phone may be activated, noting the wish if it is the first; empty where nothing has to wait.
     *
     * @param wait of the bank; zero for none
     */
    @Transactional
    Optional<Instant> waitUntil(CustomerId customer, CardId card, PasswordKind kind, Duration wait) {
        Instant now = clock.instant();
        if (!wait.isPositive() || !phones.inOtherHands(customer, card, kind, now.minus(wait))) {
            return Optional.empty();
        }
        channels.hold(card);
        Optional<Instant> wished = wished(customer, card, kind);
        if (wished.isPresent()) {
            return wished.filter(now::isBefore);
        }
        Instant from = now.plus(wait);
        wishes.put(customer, card, kind, now, from);
        audit.record(AuditEvent.by(customer, card, "token.new-phone-wished", messages.details(customer, card, kind)));
        messages.newPhoneWished(customer, card, wait);
        return Optional.of(from);
    }

    /** From when on the wish under way holds, past or to come. */
    Optional<Instant> wished(CustomerId customer, CardId card, PasswordKind kind) {
        Instant now = clock.instant();
        return wishes.from(customer, card, kind).filter(from -> now.isBefore(from.plus(WISH_LIFE)));
    }

    /**
     * The old phone is there after all and objects.
     *
     * @return whether there was a wish
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean refuse(CustomerId customer, CardId card, PasswordKind kind, Actor phone) {
        boolean wished = wished(customer, card, kind).isPresent();
        if (wishes.remove(card, kind) && wished) {
            audit.record(new AuditEvent(
                    phone, "token.new-phone-refused", customer, card, messages.details(customer, card, kind)));
            messages.newPhoneRefused(customer, card);
            return true;
        }
        return false;
    }

    /** A new phone has taken over. */
    @Transactional(propagation = Propagation.MANDATORY)
    void arrived(CardId card, PasswordKind kind) {
        wishes.remove(card, kind);
    }

    int purge(Instant now, int rows) {
        return wishes.purge(now.minus(WISH_LIFE), rows);
    }
}
