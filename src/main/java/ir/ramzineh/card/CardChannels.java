package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways of getting codes of one password, beside the app, that are switched on at an ATM (S4.7, S6.2, S13.1). Whether
 * codes of such a way count is one question: is the password dynamic, neither locked nor frozen, and is the way among
 * those that are {@link #on}.
 */
@Service
public class CardChannels {
    private final CardTable cards;
    private final PasswordTable passwords;
    private final Issuers issuers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardChannels(
            CardTable cards, PasswordTable passwords, Issuers issuers, ApplicationEventPublisher events, Clock clock) {
        this.cards = cards;
        this.passwords = passwords;
        this.issuers = issuers;
        this.events = events;
        this.clock = clock;
    }

    /** The ways that are on, whatever the state of the password. */
    public Set<CodeChannel> on(CardId card, PasswordKind kind) {
        PasswordProfile profile = profile(card, kind);
        Set<CodeChannel> on = copy(row(card, kind).channels().orElseGet(profile::channelsByDefault));
        on.retainAll(profile.channels());
        return on;
    }

    /** The ways that codes count by now: those that are on, and those that stand in the place of a lost phone's app. */
    public Set<CodeChannel> inUse(CardId card, PasswordKind kind) {
        Set<CodeChannel> inUse = on(card, kind);
        Set<CodeChannel> instead = passwords.inPlaceOfTheApp(card, kind, clock.instant());
        if (!instead.isEmpty()) {
            inUse.remove(CodeChannel.APP);
            instead.retainAll(profile(card, kind).channels());
            inUse.addAll(instead);
        }
        return inUse;
    }

    /** Of these, what the owner activated: not the app, and not what every card of the bank has. */
    public Set<CodeChannel> activated(CardId card, PasswordKind kind) {
        Set<CodeChannel> activated = copy(on(card, kind));
        activated.removeAll(profile(card, kind).channelsByDefault());
        return activated;
    }

    /** Makes whoever changes or uses a password of this card wait until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CardId card) {
        passwords.hold(card);
    }

    /**
     * Switches a way on; with that the password is dynamic (S4.7). Publishes {@link SwitchedToDynamic}.
     *
     * @return {@code false} where it was on already
     * @throws CardNotFoundException no such card of this customer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean switchOn(CustomerId customer, CardId card, PasswordKind kind, CodeChannel channel) {
        if (cards.one(customer, card).isEmpty()) {
            throw new CardNotFoundException();
        }
        passwords.hold(card);
        boolean begins = passwords.toDynamic(card, kind, clock.instant());
        if (begins) {
            forget(card, kind);
        }
        events.publishEvent(new SwitchedToDynamic(card, kind));
        Set<CodeChannel> on = on(card, kind);
        if (!on.add(channel)) {
            return begins;
        }
        return passwords.setChannels(card, kind, on);
    }

    /** Switches a way off; the password stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean switchOff(CardId card, PasswordKind kind, CodeChannel channel) {
        passwords.hold(card);
        Set<CodeChannel> on = on(card, kind);
        return on.remove(channel) && passwords.setChannels(card, kind, on);
    }

    /** A password that begins anew has nothing of what was activated before it ended. */
    void forget(CardId card, PasswordKind kind) {
        Set<CodeChannel> left = copy(on(card, kind));
        left.retainAll(profile(card, kind).channelsByDefault());
        if (!left.equals(on(card, kind))) {
            passwords.setChannels(card, kind, left);
        }
    }

    private PasswordRow row(CardId card, PasswordKind kind) {
        return passwords.one(card, kind).orElseThrow(CardNotFoundException::new);
    }

    private PasswordProfile profile(CardId card, PasswordKind kind) {
        CardRow row = cards.byId(card).orElseThrow(CardNotFoundException::new);
        return issuers.byKey(row.issuerKey()).orElseThrow().password(kind);
    }

    private static Set<CodeChannel> copy(Set<CodeChannel> channels) {
        Set<CodeChannel> copy = EnumSet.noneOf(CodeChannel.class);
        copy.addAll(channels);
        return copy;
    }
}
