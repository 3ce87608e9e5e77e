package ir.ramzineh.verification;

import ir.ramzineh.card.Attempt;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.issued.IssuedCodes;
import ir.ramzineh.issued.MadeCode;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.token.TokenId;
import ir.ramzineh.token.TokenKey;
import ir.ramzineh.token.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Steps 2 to 5 of design section 5, behind the lock of the password: codes are looked at one after the other, and a right
 * one is claimed by one conditional update.
 *
 * <p>Only a code that is none counts as wrong. A right code that came late, early, twice, for another payment or for too
 * much money proves who sent it and guesses nothing; so a double click or a wrong clock never locks a card.
 */
@Component
class Evaluation {
    /** Digits of the shortest and the longest code (D11: pages accept 4 to 12). */
    private static final int DIGITS_MIN = 4;

    private static final int DIGITS_MAX = 12;

    /** A code of no card: what is not a code is still compared with something, to take its time. */
    private static final String NO_CODE = "000000000000";

    /** Looked through where there is no key, for the same reason; what it finds is never used, and no token has this id. */
    private static final TokenKey NO_KEY =
            new TokenKey(new TokenId(1), new OtpKey(new byte[32]), new TotpSpec(HashAlgorithm.SHA256, 7, 60), 0);

    private final CardPasswords passwords;
    private final Tokens tokens;
    private final IssuedCodes issued;
    private final Issuers issuers;
    private final CodeWindow window;

    Evaluation(
            CardPasswords passwords,
            Tokens tokens,
            IssuedCodes issued,
            Issuers issuers,
            VerificationSettings settings) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.issued = issued;
        this.issuers = issuers;
        this.window = new CodeWindow(settings);
    }

    Outcome evaluate(VerificationRequest request, Attempt attempt, List<TokenKey> keys, Instant now) {
        if (request.transaction().type() == TransactionType.PASSWORD_CHANGE) {
            return Outcome.of(Reason.STATIC_PASSWORD_NEEDED, attempt.card());
        }
        List<TokenKey> looked = keys.isEmpty() ? List.of(NO_KEY) : keys;
        return switch (attempt) {
            case Attempt.Closed closed -> closed(closed, looked, now);
            case Attempt.Reserved reserved -> {
                List<MadeCode> made = madeLately(reserved, now);
                Optional<String> code = Digits.code(request.code(), DIGITS_MIN, DIGITS_MAX);
                Finding finding = find(looked, made, request, code.orElse(NO_CODE), reserved.lifeSeconds(), now);
                boolean guessable = !keys.isEmpty() || !made.isEmpty();
                Optional<Reason> obstacle = obstacle(reserved, request.transaction(), code, guessable, finding, now);
                int digits = code.map(String::length).orElse(0);
                yield settle(reserved, obstacle, finding, looked.getFirst(), request.transaction(), now)
                        .seen(CodeAge.of(finding, digits, now));
            }
        };
    }

    /** Looks for a code all the same: a locked card answers no faster than one that guesses are counted on. */
    private Outcome closed(Attempt.Closed closed, List<TokenKey> keys, Instant now) {
        window.find(keys, NO_CODE, now, keys.getFirst().spec().periodSeconds());
        tokens.refused(keys.getFirst().id(), now);
        return Outcome.of(reason(closed.cause()), closed.card());
    }

    /** Whether it is asked depends on what was made and never on the code that is presented. */
    private List<MadeCode> madeLately(Attempt.Reserved attempt, Instant now) {
        Instant made = attempt.codeMadeAt();
        boolean lately = made != null && made.isAfter(now.minus(IssuedCodes.RECOGNISED.multipliedBy(2)));
        return lately ? issued.lately(attempt.card(), attempt.kind(), now) : List.of();
    }

    /** Everything that may be behind a code is looked through, whichever is found first. */
    private Finding find(
            List<TokenKey> keys,
            List<MadeCode> made,
            VerificationRequest request,
            String code,
            int lifeSeconds,
            Instant now) {
        Transaction transaction = request.transaction();
        Finding ofKeys = window.find(keys, code, now, lifeSeconds);
        Finding ofBound = issuers.of(request.card())
                .flatMap(IssuerProfile::boundCodes)
                .map(offered -> window.findBound(keys, offered, code, transaction, now, lifeSeconds))
                .orElseGet(Finding.Nothing::new);
        Finding ofMade = MadeCodes.find(made, code, transaction, now);
        List<Finding> all = List.of(ofKeys, ofBound, ofMade);
        return all.stream()
                .filter(finding -> finding instanceof Finding.Match || finding instanceof Finding.Made)
                .findFirst()
                .or(() -> all.stream()
                        .filter(finding -> !(finding instanceof Finding.Nothing))
                        .reduce((earlier, later) -> later))
                .orElseGet(Finding.Nothing::new);
    }

    /** Why a code does not count, whatever else is true of it. */
    private static Optional<Reason> obstacle(
            Attempt.Reserved attempt,
            Transaction transaction,
            Optional<String> code,
            boolean guessable,
            Finding finding,
            Instant now) {
        if (code.isEmpty()) {
            return Optional.of(Reason.MALFORMED);
        }
        if (!guessable) {
            return Optional.of(Reason.NO_TOKEN);
        }
        if (!attempt.allowed().types().contains(transaction.type())) {
            return Optional.of(Reason.TYPE_OFF);
        }
        if (!attempt.allowed().at(now)) {
            return Optional.of(Reason.OUTSIDE_HOURS);
        }
        CodeChannel channel = finding instanceof Finding.Made(MadeCode made) ? made.channel() : CodeChannel.APP;
        boolean off = (finding instanceof Finding.Match || finding instanceof Finding.Made)
                && !attempt.channels().contains(channel);
        return off ? Optional.of(Reason.CHANNEL_OFF) : Optional.empty();
    }

    /** Whatever is found, one row of codes and one of the password are written: the time tells no code from another. */
    private Outcome settle(
            Attempt.Reserved attempt,
            Optional<Reason> obstacle,
            Finding finding,
            TokenKey token,
            Transaction transaction,
            Instant now) {
        if (obstacle.isEmpty()
                && finding instanceof Finding.Match(TokenKey key, long step, int drift, Rial own, Moment moment)) {
            return claim(
                    attempt,
                    lower(attempt.amountCap(), own),
                    transaction.amount(),
                    () -> tokens.claimStep(key.id(), step, drift, now));
        }
        if (obstacle.isEmpty() && finding instanceof Finding.Made(MadeCode made)) {
            return claim(attempt, attempt.amountCap(), transaction.amount(), () -> issued.use(made, now));
        }
        if (finding instanceof Finding.MadeForOther(MadeCode made)) {
            issued.burn(made, now);
        } else {
            tokens.refused(token.id(), now);
        }
        return obstacle.isPresent()
                ? givenBack(attempt, Outcome.of(obstacle.get(), attempt.card()))
                : refuse(attempt, finding, transaction);
    }

    /** The code is spent whatever the amount says: one that was shown to a merchant is not good a second time. */
    private Outcome claim(Attempt.Reserved attempt, @Nullable Rial cap, Rial amount, BooleanSupplier first) {
        if (!first.getAsBoolean()) {
            return givenBack(attempt, Outcome.of(Reason.ALREADY_USED, attempt.card()));
        }
        if (cap != null && amount.compareTo(cap) > 0) {
            return givenBack(attempt, Outcome.of(Reason.ABOVE_CAP, cap.amount(), amount.amount(), attempt.card()));
        }
        passwords.accepted(attempt);
        return Outcome.of(Reason.ACCEPTED, attempt.card());
    }

    private static @Nullable Rial lower(@Nullable Rial ofCard, @Nullable Rial ofCode) {
        if (ofCard == null || ofCode == null) {
            return ofCard == null ? ofCode : ofCard;
        }
        return ofCard.compareTo(ofCode) <= 0 ? ofCard : ofCode;
    }

    private Outcome refuse(Attempt.Reserved attempt, Finding finding, Transaction transaction) {
        return switch (finding) {
            case Finding.Late(long seconds, Moment moment) ->
                givenBack(attempt, Outcome.of(Reason.EXPIRED, seconds, attempt.card()));
            case Finding.Early(long seconds, Moment moment) ->
                givenBack(attempt, Outcome.of(Reason.TOO_EARLY, seconds, attempt.card()));
            case Finding.Used() -> givenBack(attempt, Outcome.of(Reason.ALREADY_USED, attempt.card()));
            case Finding.MadeForOther(MadeCode made) -> givenBack(attempt, other(attempt, made, transaction));
            case Finding.Nothing() -> wrong(attempt);
            case Finding.Match match -> throw new IllegalStateException("a match without an obstacle is claimed");
            case Finding.Made made -> throw new IllegalStateException("a made code without an obstacle is claimed");
        };
    }

    /** Where only the amount differs, the customer reads both amounts. */
    private static Outcome other(Attempt.Reserved attempt, MadeCode made, Transaction transaction) {
        Transaction meant = made.payment().orElseThrow();
        return meant.amount().equals(transaction.amount())
                ? Outcome.of(Reason.OTHER_TRANSACTION, attempt.card())
                : Outcome.of(
                        Reason.OTHER_AMOUNT,
                        meant.amount().amount(),
                        transaction.amount().amount(),
                        attempt.card());
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
            case LOCKED -> Reason.LOCKED;
        };
    }
}
