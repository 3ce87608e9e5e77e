package ir.ramzineh.gatewaytoken;

import ir.ramzineh.credential.LinkedTokens;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.token.TokenId;
import ir.ramzineh.token.TokenKey;
import ir.ramzineh.verification.CodeMoments;
import ir.ramzineh.verification.CodeMoments.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at codes. One step of one token is good once, whichever door it comes to: this portal's sign-in, another gateway, an
 * account transaction.
 */
@Component
class GatewayCodes implements LinkedTokens {
    /** Stands where nobody is meant: no customer, no link, no token has it. */
    static final CustomerId NOBODY = new CustomerId(1);

    private static final long NO_ROW = 0;
    private static final int DIGITS_MIN = 4;
    private static final int DIGITS_MAX = 12;

    /** A code of nobody: what is not a code is still compared with something, to take its time. */
    private static final String NO_CODE = "000000000000";

    private static final TokenKey NO_KEY =
            new TokenKey(new TokenId(1), new OtpKey(new byte[32]), new TotpSpec(HashAlgorithm.SHA256, 8, 120), 0);

    private final GatewayRows rows;
    private final GatewayLinks links;
    private final GatewayKeys keys;
    private final CodeMoments moments;
    private final GatewaySettings settings;
    private final Clock clock;

    GatewayCodes(
            GatewayRows rows,
            GatewayLinks links,
            GatewayKeys keys,
            CodeMoments moments,
            GatewaySettings settings,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.keys = keys;
        this.moments = moments;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isLinked(CustomerId customer) {
        return links.of(customer, LinkScope.SIGN_IN).isPresent();
    }

    /** Tries are counted, and wait, where the customer signs in; a channel's wrong codes lock nobody out of the portal (security case 7). */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(CustomerId customer, String code) {
        Optional<GatewayLinks.Row> link = links.of(customer, LinkScope.SIGN_IN);
        Optional<String> digits = Digits.code(code.strip(), DIGITS_MIN, DIGITS_MAX);
        Optional<TokenKey> found = link.flatMap(this::key);
        TokenKey key = found.orElse(NO_KEY);
        Instant now = clock.instant();
        return moments.of(key, digits.orElse(NO_CODE), now) instanceof Moment.Counts(long step, int drift)
                && found.isPresent()
                && links.holds(link.orElseThrow().id())
                && rows.claimStep(key.id().value(), step, drift, now);
    }

    /** A channel's code, in the caller's transaction. As many statements are made whatever is found. */
    @Transactional(propagation = Propagation.MANDATORY)
    public GatewayReason evaluate(Optional<GatewayLinks.Row> link, GatewayQuestion question, Instant now) {
        if (question.transaction().type() == TransactionType.PASSWORD_CHANGE) {
            return GatewayReason.STATIC_PASSWORD_NEEDED;
        }
        long id = link.map(GatewayLinks.Row::id).orElse(NO_ROW);
        boolean reserved = links.reserve(id, settings.wrongCodesMax());
        Optional<TokenKey> found = link.flatMap(this::key);
        TokenKey key = found.orElse(NO_KEY);
        Optional<String> code = Digits.code(question.code(), DIGITS_MIN, DIGITS_MAX);
        Moment moment = moments.of(key, code.orElse(NO_CODE), now);
        if (link.isEmpty() || !reserved || found.isEmpty() || code.isEmpty()) {
            rows.refused(key.id().value(), now);
            giveBack(id, reserved);
            return link.isEmpty()
                    ? GatewayReason.NOT_LINKED
                    : !reserved
                            ? GatewayReason.LOCKED
                            : found.isEmpty() ? GatewayReason.NOT_LINKED : GatewayReason.MALFORMED;
        }
        return switch (moment) {
            case Moment.Counts(long step, int drift) -> claim(id, key, step, drift, now);
            case Moment.Late() -> noGuess(id, key, GatewayReason.EXPIRED, now);
            case Moment.Early() -> noGuess(id, key, GatewayReason.TOO_EARLY, now);
            case Moment.None() -> wrong(id, key, now);
        };
    }

    private GatewayReason claim(long link, TokenKey key, long step, int drift, Instant now) {
        if (!rows.claimStep(key.id().value(), step, drift, now)) {
            links.giveBack(link);
            return GatewayReason.ALREADY_USED;
        }
        links.accepted(link);
        return GatewayReason.ACCEPTED;
    }

    /** A right code that came late, early or twice proves who sent it and guesses nothing. */
    private GatewayReason noGuess(long link, TokenKey key, GatewayReason reason, Instant now) {
        rows.refused(key.id().value(), now);
        links.giveBack(link);
        return reason;
    }

    private GatewayReason wrong(long link, TokenKey key, Instant now) {
        rows.refused(key.id().value(), now);
        return links.lockAt(link, settings.wrongCodesMax(), now)
                ? GatewayReason.WRONG_CODE_LOCKED
                : GatewayReason.WRONG_CODE;
    }

    private void giveBack(long link, boolean reserved) {
        links.giveBack(reserved ? link : NO_ROW);
    }

    private Optional<TokenKey> key(GatewayLinks.Row link) {
        return rows.byId(link.token())
                .filter(row -> row.state() == GatewayTokenState.ACTIVE)
                .flatMap(row -> keys.key(row.id(), row.keySealed())
                        .map(key -> new TokenKey(new TokenId(row.id()), key, row.spec(), row.driftSteps())));
    }
}
