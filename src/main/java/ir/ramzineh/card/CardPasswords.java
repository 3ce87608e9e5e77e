package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The state of card passwords, for the modules that activate them and verify their codes. Writes take part in the
 * caller's transaction and are each one conditional statement.
 */
@Service
public class CardPasswords {
    private final CardTable cards;
    private final PasswordTable passwords;
    private final AttemptTable attempts;
    private final CardNews news;
    private final CardChannels channels;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardPasswords(
            CardTable cards,
            PasswordTable passwords,
            AttemptTable attempts,
            CardNews news,
            CardChannels channels,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cards = cards;
        this.passwords = passwords;
        this.attempts = attempts;
        this.news = news;
        this.channels = channels;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where a password stands.
     *
     * @throws CardNotFoundException no such card
     */
    public PasswordStatus status(CardId card, PasswordKind kind) {
        CardRow row = cards.byId(card).orElseThrow(CardNotFoundException::new);
        PasswordOverview password = passwords
                .one(card, kind)
                .orElseThrow(CardNotFoundException::new)
                .overview();
        return new PasswordStatus(card, kind, row.issuerKey(), password.state(), password.frozen());
    }

    /**
     * The first code of a new token was proven: codes are good from now on and the wrong-code counter starts again.
     * Also the way out of {@link PasswordState#LOCKED}. A freeze stays. Writes no message and no audit row: the module
     * that proved the code knows the words of the profile. Publishes {@link SwitchedToDynamic}.
     *
     * @return {@code true} if the password was static or locked before, {@code false} if it was dynamic already
     * @throws CardNotFoundException no such card of this customer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean switchToDynamic(CustomerId customer, CardId card, PasswordKind kind) {
        requireOwner(customer, card);
        boolean begins = passwords.toDynamic(card, kind, clock.instant());
        if (begins) {
            channels.forget(card, kind);
        }
        events.publishEvent(new SwitchedToDynamic(card, kind));
        return begins;
    }

    /**
     * The last token of a password is gone: back to static. Publishes {@link SwitchedToStatic}.
     *
     * @return {@code true} if the password was dynamic or locked before
     * @throws CardNotFoundException no such card of this customer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean switchToStatic(CustomerId customer, CardId card, PasswordKind kind) {
        requireOwner(customer, card);
        boolean changed = passwords.toStatic(card, kind, clock.instant());
        if (changed) {
            events.publishEvent(new SwitchedToStatic(card, kind));
        }
        return changed;
    }

    /**
     * Takes the only place in front of a password before any code is looked at (design section 5, step 3): its row stays
     * locked until the caller's transaction ends, so attempts on one password are made one after the other, and 64
     * guesses at once are looked at no more often than the limit allows.
     *
     * @param along what is read behind that lock in the same statement, such as the keys of the password's tokens
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Attempted<T> reserve(CardNumber number, PasswordKind kind, ReadAlong<T> along) {
        return attempts.reserve(number, kind, along);
    }

    /** As {@link #reserve} would find it, and nothing is locked. */
    public Attempt look(CardNumber number, PasswordKind kind) {
        return attempts.look(number, kind);
    }

    /** The code was right and is used: the wrong codes before it are forgiven. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void accepted(Attempt.Reserved attempt) {
        attempts.settle(attempt, AttemptTable.Settlement.RIGHT, clock.instant());
    }

    /** Nothing was guessed at: the attempt does not count. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Attempt.Reserved attempt) {
        attempts.settle(attempt, AttemptTable.Settlement.NEITHER, clock.instant());
    }

    /**
     * The code was wrong. At the limit the password is locked, the customer is told, and {@link PasswordLocked} is
     * published (S7.13); one before, the customer is warned.
     *
     * @return whether the password is locked now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean wrong(Attempt.Reserved attempt) {
        boolean locked = attempt.used() >= attempt.limit();
        attempts.settle(
                attempt,
                locked ? AttemptTable.Settlement.WRONG_AND_LOCKED : AttemptTable.Settlement.WRONG,
                clock.instant());
        if (locked || attempt.used() == attempt.limit() - 1) {
            CardRow card = cards.byId(attempt.card()).orElseThrow(CardNotFoundException::new);
            cards.customerOf(attempt.card()).ifPresent(customer -> {
                if (locked) {
                    news.locked(customer, card, attempt.kind());
                } else {
                    news.lastAttemptLeft(customer, card, attempt.kind());
                }
            });
        }
        if (locked) {
            events.publishEvent(new PasswordLocked(attempt.card(), attempt.kind()));
        }
        return locked;
    }

    /** The bank made a code on request: from now on questions about this password look for such codes too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void codeMade(CardId card, PasswordKind kind) {
        passwords.codeMade(card, kind, clock.instant());
    }

    private void requireOwner(CustomerId customer, CardId card) {
        if (cards.one(customer, card).isEmpty()) {
            throw new CardNotFoundException();
        }
    }
}
