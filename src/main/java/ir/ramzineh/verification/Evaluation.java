package ir.ramzineh.verification;

import ir.ramzineh.card.Attempt;
import ir.ramzineh.card.Attempted;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.token.TokenId;
import ir.ramzineh.token.TokenKey;
import ir.ramzineh.token.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Steps 2 to 5 of design section 5, in the transaction of the question: the attempt is taken before the code is looked
 * at, and a right code is claimed by its time step.
 *
 * <p>Only a code that is none counts as wrong. A right code that came late, early, twice or for too much money proves the
 * key and guesses nothing; the attempt is given back, so that a double click or a wrong clock never locks a card.
 */
@Component
class Evaluation {
    /** Digits of the shortest and the longest code (D11: pages accept 4 to 12). */
    private static final int DIGITS_MIN = 4;

    private static final int DIGITS_MAX = 12;

    /** A code of no card: what is not a code is still compared with something, to take its time. */
    private static final String NO_CODE = "000000000000";

    /** Looked through where there is no key, for the same reason; what it finds is never used, and no token has this id. */
    private static final List<TokenKey> NO_KEYS = List.of(
            new TokenKey(new TokenId(1), new OtpKey(new byte[32]), new TotpSpec(HashAlgorithm.SHA256, 7, 60), 0));

    private final CardPasswords passwords;
    private final Tokens tokens;
    private final CodeWindow window;

    Evaluation(CardPasswords passwords, Tokens tokens, VerificationSettings settings) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.window = new CodeWindow(settings);
    }

    Outcome evaluate(VerificationRequest request, Instant now) {
        if (request.transaction().type() == TransactionType.PASSWORD_CHANGE) {
            CardId card = passwords.look(request.card(), request.password()).card();
            return Outcome.of(Reason.STATIC_PASSWORD_NEEDED, card);
        }
        Attempted<TokenKey> attempted = passwords.reserve(request.card(), request.password(), tokens.liveAlong());
        List<TokenKey> keys = attempted.along().isEmpty() ? NO_KEYS : attempted.along();
        Optional<String> code = Digits.code(request.code(), DIGITS_MIN, DIGITS_MAX);
        return switch (attempted.attempt()) {
            case Attempt.Closed closed -> closed(closed, keys, now);
            case Attempt.Reserved attempt -> {
                Finding finding = window.find(keys, code.orElse(NO_CODE), now, attempt.lifeSeconds());
                Optional<Reason> obstacle = obstacle(attempt, code.isPresent(), attempted.along());
                yield finding instanceof Finding.Match match && obstacle.isEmpty()
                        ? claim(attempt, match, request.transaction().amount(), now)
                        : refuse(attempt, obstacle, finding, keys.getFirst(), now);
            }
        };
    }

    /** Looks for a code all the same: a locked card answers no faster than one that guesses are counted on. */
    private Outcome closed(Attempt.Closed closed, List<TokenKey> keys, Instant now) {
        window.find(keys, NO_CODE, now, keys.getFirst().spec().periodSeconds());
        tokens.refused(keys.getFirst().id(), now);
        return Outcome.of(reason(closed.cause()), closed.card());
    }

    /** Why a code does not count, whatever it is. */
    private static Optional<Reason> obstacle(Attempt.Reserved attempt, boolean isCode, List<TokenKey> keys) {
        if (!isCode) {
            return Optional.of(Reason.MALFORMED);
        }
        if (keys.isEmpty()) {
            return Optional.of(Reason.NO_TOKEN);
        }
        return attempt.appOn() ? Optional.empty() : Optional.of(Reason.CHANNEL_OFF);
    }

    /** The step is spent whatever the amount says: a code that was shown to a merchant is not good a second time. */
    private Outcome claim(Attempt.Reserved attempt, Finding.Match match, Rial amount, Instant now) {
        if (!tokens.claimStep(match.token().id(), match.step(), match.driftSteps(), now)) {
            return givenBack(attempt, Outcome.of(Reason.ALREADY_USED, attempt.card()));
        }
        Rial cap = attempt.amountCap();
        if (cap != null && amount.compareTo(cap) > 0) {
            return givenBack(attempt, Outcome.of(Reason.ABOVE_CAP, cap.amount(), amount.amount(), attempt.card()));
        }
        passwords.accepted(attempt);
        return Outcome.of(Reason.ACCEPTED, attempt.card());
    }

    /** Statement by statement what {@link #claim} takes, so that the time does not tell a wrong code from a right one. */
    private Outcome refuse(
            Attempt.Reserved attempt, Optional<Reason> obstacle, Finding finding, TokenKey token, Instant now) {
        tokens.refused(token.id(), now);
        if (obstacle.isPresent()) {
            return givenBack(attempt, Outcome.of(obstacle.get(), attempt.card()));
        }
        return switch (finding) {
            case Finding.Late(long seconds) -> givenBack(attempt, Outcome.of(Reason.EXPIRED, seconds, attempt.card()));
            case Finding.Early(long seconds) ->
                givenBack(attempt, Outcome.of(Reason.TOO_EARLY, seconds, attempt.card()));
            case Finding.Nothing() -> wrong(attempt);
            case Finding.Match match -> throw new IllegalStateException("a match without an obstacle is claimed");
        };
    }

    private Outcome wrong(Attempt.Reserved attempt) {
        boolean locked = passwords.wrong(attempt);
        Reason reason = locked ? Reason.WRONG_CODE_LOCKED : Reason.WRONG_CODE;
        return Outcome.of(reason, attempt.used(), attempt.limit(), attempt.card());
    }

    private Outcome givenBack(Attempt.Reserved attempt, Outcome outcome) {
        passwords.giveBack(attempt);
        return outcome;
    }

    private static Reason reason(Attempt.Cause cause) {
        return switch (cause) {
            case UNKNOWN_CARD -> Reason.UNKNOWN_CARD;
            case CARD_NOT_USABLE -> Reason.CARD_NOT_USABLE;
            case GIFT_CARD -> Reason.GIFT_CARD;
            case NOT_DYNAMIC -> Reason.NOT_DYNAMIC;
            case FROZEN -> Reason.FROZEN;
            // Open now, closed when the attempt should have been taken: a limit reached in this very moment.
            case LOCKED, OPEN -> Reason.LOCKED;
        };
    }
}
