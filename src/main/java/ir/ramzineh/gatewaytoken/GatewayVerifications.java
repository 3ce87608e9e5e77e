package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.DatabaseLane;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.verification.ClockWatch;
import ir.ramzineh.verification.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a code is good as account password or as password of a gateway (S10.3, S10.4, S10.22). The guarantees are those of
 * cards: an answer is committed before it is given, a step of a token is accepted at most once at all doors together, wrong
 * codes are counted before they are looked at, and the same request id gets the same answer. They are answered with the
 * connections of the card switch (design decision 012): an account transaction waits at a counter as a card does.
 */
@Service
public class GatewayVerifications {
    private final GatewayLedger ledger;
    private final GatewayLinks links;
    private final GatewayCodes codes;
    private final GatewayMessages messages;
    private final GatewayViews views;
    private final GatewayRows rows;
    private final GatewayHistory history;
    private final Credentials credentials;
    private final Customers customers;
    private final AuditTrail audit;
    private final ClockWatch clockWatch;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GatewayVerifications(
            GatewayLedger ledger,
            GatewayLinks links,
            GatewayCodes codes,
            GatewayMessages messages,
            GatewayViews views,
            GatewayRows rows,
            GatewayHistory history,
            Credentials credentials,
            Customers customers,
            AuditTrail audit,
            ClockWatch clockWatch,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.links = links;
        this.codes = codes;
        this.messages = messages;
        this.views = views;
        this.rows = rows;
        this.history = history;
        this.credentials = credentials;
        this.customers = customers;
        this.audit = audit;
        this.clockWatch = clockWatch;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Answers once and durably.
     *
     * @param channel id of the channel client; request ids are its own
     * @throws ir.ramzineh.verification.ClockWrongException this node's clock is not to be trusted; nothing was evaluated
     * @throws RequestIdReusedException the same request id with another question
     * @throws DataAccessException the database did not answer in time: the same request may be asked again
     */
    public Verdict verify(String channel, GatewayQuestion question) {
        return DatabaseLane.VERIFICATION.call(() -> decided(channel, question));
    }

    private Verdict decided(String channel, GatewayQuestion question) {
        clockWatch.require();
        try {
            return once(channel, question);
        } catch (PessimisticLockingFailureException lost) {
            // All of it was rolled back, the counter included; so the second go is the only one that counts.
            return once(channel, question);
        }
    }

    private Verdict once(String channel, GatewayQuestion question) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> answer(channel, question)));
        } catch (GatewayLedger.AskedBefore twin) {
            return ledger.answered(channel, question).orElseThrow();
        }
    }

    private Verdict answer(String channel, GatewayQuestion question) {
        Optional<Verdict> before = ledger.answered(channel, question);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        Optional<CustomerId> customer = customerOf(question.subject());
        Optional<GatewayLinks.Row> link = links.of(customer.orElse(GatewayCodes.NOBODY), question.scope());
        GatewayReason reason = codes.evaluate(link, question, now);
        Long token = link.map(GatewayLinks.Row::token).orElse(null);
        ledger.store(channel, question, reason, customer.orElse(null), token, now);
        audit.record(event(channel, question, reason, customer.orElse(null)));
        if (reason == GatewayReason.WRONG_CODE_LOCKED) {
            locked(link.orElseThrow());
        }
        return GatewayLedger.verdict(reason);
    }

    /** The owner is told: whoever guesses does it without the phone. */
    private void locked(GatewayLinks.Row link) {
        GatewayRow row = rows.byId(link.token()).orElseThrow();
        history.add(link.token(), "locked", GatewayHistory.PORTAL, Set.of(link.scope()), null);
        messages.tell(link.customer(), "gateway.locked", views.lastFour(row));
    }

    private Optional<CustomerId> customerOf(GatewaySubject subject) {
        return switch (subject) {
            case GatewaySubject.OfAccount(var bank, var number) ->
                links.ownerOf(new GatewayLinks.AccountRef(bank, number));
            case GatewaySubject.OfUser(var typed) -> userName(typed).flatMap(credentials::byUserName);
            case GatewaySubject.OfPerson(var nationalId) ->
                customers.byNationalId(nationalId).map(Customer::id);
        };
    }

    private static Optional<UserName> userName(String typed) {
        try {
            return Optional.of(new UserName(typed));
        } catch (InvalidValueException nobodys) {
            return Optional.empty();
        }
    }

    /** One row per attempt in the trail; of somebody unknown too, without saying who. */
    private static AuditEvent event(
            String channel, GatewayQuestion question, GatewayReason reason, @Nullable CustomerId customer) {
        Map<String, String> details = new HashMap<>();
        details.put("request", question.requestId());
        details.put("scope", GatewayTrail.words(Set.of(question.scope())));
        details.put("reason", reason.name());
        return new AuditEvent(
                new Actor.Channel(channel),
                reason == GatewayReason.ACCEPTED ? "gateway-token.code-accepted" : "gateway-token.code-refused",
                customer,
                null,
                details);
    }
}
