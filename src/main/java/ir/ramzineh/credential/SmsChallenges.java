package ir.ramzineh.credential;

import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texted codes that prove a phone: for sign-in, recovery and sign-up. A code is derived from its row with a key outside
 * the database, so it is stored nowhere and a resend repeats it while it lives; no resend resets the tries.
 *
 * <p>Waits and caps are counted twice on purpose. The visible count is on the typed data as a whole, genuine or not, so
 * that it tells nothing. The count of the real number decides silently whether a message goes out, so that nobody's phone
 * is flooded however the data are varied (security case 8). After a right password there is nothing to hide: then the
 * number has a budget of its own that strangers cannot use up, and a wait is answered as one.
 */
@Service
public class SmsChallenges {
    private static final Purpose CODE = new Purpose("credential.code");
    private static final int NONCE_BYTES = 16;

    private final ChallengeRows rows;
    private final Customers customers;
    private final SmsLimits limits;
    private final SmsOutbox outbox;
    private final Vault vault;
    private final RandomKeys keys;
    private final Clock clock;
    private final CredentialSettings.Codes settings;

    SmsChallenges(
            ChallengeRows rows,
            Customers customers,
            SmsLimits limits,
            SmsOutbox outbox,
            Vault vault,
            RandomKeys keys,
            Clock clock,
            CredentialSettings settings) {
        this.rows = rows;
        this.customers = customers;
        this.limits = limits;
        this.outbox = outbox;
        this.vault = vault;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings.codes();
    }

    /** Opens a challenge and texts its code, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CodeOpening open(CodeRequest request, Duration life) {
        if (toldLimit(request) instanceof LimitDecision.WaitFor(Duration time)) {
            return new CodeOpening.Wait(time);
        }
        Instant now = clock.instant();
        ChallengeRows.Challenge opened = rows.insert(
                request,
                keys.bytes(NONCE_BYTES),
                new ChallengeRows.Times(
                        now.plus(codeLife(request.purpose())), now.plus(settings.resendAfter()), now.plus(life)),
                settings.triesMax());
        text(opened, request);
        return new CodeOpening.Opened(opened.id(), sent(opened, request.to()));
    }

    /** Texts the code again: the same while it lives, another one after that. In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ResendOutcome resend(long challengeId, CodeRequest request) {
        Instant now = clock.instant();
        Optional<ChallengeRows.Challenge> found =
                rows.byId(challengeId).filter(challenge -> challenge.isOpen(request.purpose(), now));
        if (found.isEmpty()) {
            return new ResendOutcome.Ended();
        }
        ChallengeRows.Challenge challenge = found.get();
        if (challenge.resendAt().isAfter(now)) {
            return new ResendOutcome.Wait(Duration.between(now, challenge.resendAt()));
        }
        if (toldLimit(request) instanceof LimitDecision.WaitFor(Duration time)) {
            return new ResendOutcome.Wait(time);
        }
        boolean alive = challenge.codeExpiresAt().isAfter(now);
        Instant expires =
                alive ? challenge.codeExpiresAt() : earlier(now.plus(codeLife(request.purpose())), challenge.endsAt());
        byte[] nonce = alive ? challenge.nonce() : keys.bytes(NONCE_BYTES);
        if (!rows.renew(challenge, nonce, expires, now.plus(settings.resendAfter()))) {
            return new ResendOutcome.Wait(settings.resendAfter());
        }
        ChallengeRows.Challenge renewed = rows.byId(challengeId).orElseThrow();
        text(renewed, request);
        return new ResendOutcome.Sent(sent(renewed, request.to()));
    }

    /**
     * Counts a try and, if one was left, compares. The count is committed before the comparison, so the caller must not
     * hold a transaction.
     *
     * @param typed in any digit script; anything else in it is wrong and counts as well
     */
    @Transactional(propagation = Propagation.NEVER)
    public CodeCheck check(long challengeId, CodePurpose purpose, String typed) {
        Instant now = clock.instant();
        boolean reserved = rows.reserveTry(challengeId, purpose, now);
        Optional<ChallengeRows.Challenge> found = rows.byId(challengeId);
        if (found.isEmpty()) {
            return new CodeCheck.Ended();
        }
        ChallengeRows.Challenge challenge = found.get();
        if (!reserved) {
            boolean late =
                    challenge.isOpen(purpose, now) && !challenge.codeExpiresAt().isAfter(now);
            return late ? new CodeCheck.Expired() : new CodeCheck.Ended();
        }
        String code =
                Digits.code(typed.strip(), settings.digits(), settings.digits()).orElse("");
        boolean equal = MessageDigest.isEqual(ascii(code), ascii(code(challenge)));
        int left = challenge.triesLeft();
        return equal && challenge.genuine() ? new CodeCheck.Right(left) : new CodeCheck.Wrong(left);
    }

    /** Uses the challenge up, in the caller's transaction; {@code false} when somebody else did before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(long challengeId) {
        return rows.use(challengeId, clock.instant());
    }

    /** How a challenge stands, to be shown again after a reload. */
    public Optional<CodeSent> state(long challengeId, MobileNumber to) {
        return rows.byId(challengeId).map(challenge -> sent(challenge, to));
    }

    private LimitDecision toldLimit(CodeRequest request) {
        Optional<Duration> numberIsNew = numberIsNew(request);
        if (numberIsNew.isPresent()) {
            return new LimitDecision.WaitFor(numberIsNew.get());
        }
        if (request.purpose().afterPassword()) {
            return limits.tryAcquire(request.purpose().sms(), LimitSubject.afterPassword(request.to()));
        }
        ClientAddress address = request.address();
        LimitSubject typed =
                new LimitSubject(LimitSubject.Kind.NUMBER, request.to().e164() + " " + request.person());
        return limits.tryAcquire(request.purpose().sms(), typed, LimitSubject.address(address.counted()));
    }

    /** Told to who knows the password; others see nothing of it, and nothing leaves the outbox (decision 014). */
    private Optional<Duration> numberIsNew(CodeRequest request) {
        CustomerId customer = request.customer();
        return customer != null && request.purpose().afterPassword()
                ? customers.byId(customer).flatMap(found -> found.codesWait(clock.instant()))
                : Optional.empty();
    }

    private void text(ChallengeRows.Challenge challenge, CodeRequest request) {
        if (!challenge.genuine() || !silentLimitAllows(request)) {
            return;
        }
        outbox.send(new SmsRequest(
                request.to(),
                request.purpose().template(),
                Map.of("code", code(challenge)),
                request.locale(),
                challenge.codeExpiresAt(),
                request.purpose().sms(),
                request.customer()));
    }

    private boolean silentLimitAllows(CodeRequest request) {
        return request.purpose().afterPassword()
                || limits.tryAcquire(request.purpose().sms(), LimitSubject.of(request.to()))
                        instanceof LimitDecision.Allowed;
    }

    private String code(ChallengeRows.Challenge challenge) {
        byte[] data = ByteBuffer.allocate(Long.BYTES + NONCE_BYTES)
                .putLong(challenge.id())
                .put(challenge.nonce())
                .array();
        long number = ByteBuffer.wrap(vault.mac(CODE, data)).getLong() >>> 1;
        // 63 bits over at most nine digits: no digit is likelier than another in any way that matters.
        long modulus = Math.powExact(10L, settings.digits());
        return String.format(Locale.ROOT, "%0" + settings.digits() + "d", number % modulus);
    }

    private Duration codeLife(CodePurpose purpose) {
        return purpose == CodePurpose.REGISTRATION ? settings.activationLife() : settings.life();
    }

    private static CodeSent sent(ChallengeRows.Challenge challenge, MobileNumber to) {
        return new CodeSent(to.masked(), challenge.codeExpiresAt(), challenge.resendAt(), challenge.triesLeft());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
