package ir.ramzineh.verification;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.Attempted;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.kernel.DatabaseLane;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.token.TokenKey;
import ir.ramzineh.token.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door for the question "is this code good?", whatever channel it comes from. */
@Service
public class Verifications {
    private final CardPasswords passwords;
    private final Tokens tokens;
    private final QuestionLedger ledger;
    private final Evaluation evaluation;
    private final AuditTrail audit;
    private final ClockWatch clockWatch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Verifications(
            CardPasswords passwords,
            Tokens tokens,
            QuestionLedger ledger,
            Evaluation evaluation,
            AuditTrail audit,
            ClockWatch clockWatch,
            TransactionTemplate transaction,
            Clock clock) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.ledger = ledger;
        this.evaluation = evaluation;
        this.audit = audit;
        this.clockWatch = clockWatch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Answers once and durably: when this returns, the outcome is committed. One time step of one token is accepted at
     * most once (RFC 6238, section 5.2), on any number of nodes.
     *
     * @param channel id of the channel client; request ids are its own
     * @throws ClockWrongException this node's clock is not to be trusted; nothing was evaluated
     * @throws RequestIdReusedException the same request id with another question
     * @throws DataAccessException the database did not answer in time: the same request may be asked again, and if it
     *     was decided after all it gets that answer
     */
    public Verdict verify(String channel, VerificationRequest request) {
        return DatabaseLane.VERIFICATION.call(() -> decided(channel, request));
    }

    private Verdict decided(String channel, VerificationRequest request) {
        clockWatch.require();
        try {
            return once(channel, request);
        } catch (PessimisticLockingFailureException lost) {
            // A deadlock, a lock waited for in vain, on a Galera cluster a certification lost at commit. All of it was
            // rolled back, the counter included; so the second go is the only one that counts.
            return once(channel, request);
        }
    }

    private Verdict once(String channel, VerificationRequest request) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> answer(channel, request)));
        } catch (AskedBeforeException twin) {
            return ledger.answered(channel, request);
        }
    }

    private Verdict answer(String channel, VerificationRequest request) {
        Attempted<Beside> attempted = passwords.reserve(
                request.card(),
                request.password(),
                tokens.liveAlong().with(ledger.answerAlong(channel, request), Beside::new));
        Optional<StoredAnswer> before = attempted.along().stream()
                .flatMap(beside -> beside.answer().stream())
                .findFirst();
        if (before.isPresent()) {
            return ledger.answered(before.get(), request);
        }
        List<TokenKey> keys = attempted.along().stream()
                .flatMap(beside -> beside.key().stream())
                .toList();
        Instant now = clock.instant();
        Outcome outcome = evaluation.evaluate(request, attempted.attempt(), keys, now);
        ledger.store(channel, request, outcome, now);
        audit.record(event(channel, request, outcome));
        return outcome.verdict();
    }

    /** One row per attempt in the trail; the customer reads the same from {@link RecentVerifications}. */
    private static AuditEvent event(String channel, VerificationRequest request, Outcome outcome) {
        return new AuditEvent(
                new Actor.Channel(channel),
                outcome.verdict() == Verdict.ACCEPTED ? "code.accepted" : "code.refused",
                null,
                outcome.card(),
                Map.of(
                        "request", request.requestId(),
                        "kind", request.password().name(),
                        "reason", outcome.reason().name()));
    }
}
