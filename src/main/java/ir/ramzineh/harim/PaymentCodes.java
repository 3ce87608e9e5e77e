package ir.ramzineh.harim;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issued.CodeOrder;
import ir.ramzineh.issued.IssuedCode;
import ir.ramzineh.issued.IssuedCodes;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the code of a payment and sends it, or writes down why not; each in one transaction. */
@Component
class PaymentCodes {
    private static final String PURPOSE = "harim";

    private final RequestTable table;
    private final IssuedCodes issued;
    private final Issuers issuers;
    private final SmsLimits limits;
    private final SmsOutbox outbox;
    private final AuditTrail audit;

    PaymentCodes(
            RequestTable table,
            IssuedCodes issued,
            Issuers issuers,
            SmsLimits limits,
            SmsOutbox outbox,
            AuditTrail audit) {
        this.table = table;
        this.issued = issued;
        this.issuers = issuers;
        this.limits = limits;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    void refuse(long request, Delivery why) {
        table.settle(request, why, null, null);
    }

    @Transactional
    void refuse(RequestTable.Waiting request, FoundCard card, Delivery why) {
        table.settle(request.id(), why, card.card(), null);
        record(request, card, "harim.not-sent", why);
    }

    @Transactional
    void send(RequestTable.Waiting request, FoundCard card) {
        LimitDecision decision = limits.tryAcquire(
                PURPOSE,
                LimitSubject.payments(card.mobile()),
                LimitSubject.paymentsAt(card.mobile(), request.channel()));
        if (decision instanceof LimitDecision.WaitFor) {
            refuse(request, card, Delivery.TOO_MANY);
            return;
        }
        IssuerProfile issuer = issuers.byKey(card.issuerKey()).orElseThrow();
        CodeOrder order = new CodeOrder(
                card.card(),
                PasswordKind.SECOND,
                CodeChannel.HARIM,
                issuer.second().digits(),
                issuer.harim().orElseThrow().lifeSeconds(),
                Optional.of(request.payment()));
        // With the countdown of the page, which began with the first press (S11.2).
        IssuedCode code = issued.issue(order, request.closesAt());
        SmsId sms = outbox.send(new SmsRequest(
                card.mobile(),
                "harim.code." + request.payment().type().key(),
                PaymentWords.values(request, issuer, code, card.locale()),
                card.locale(),
                code.expiresAt(),
                PURPOSE,
                card.customer(),
                issuer.sms().sender(),
                card.card()));
        table.settle(request.id(), Delivery.SENT, card.card(), sms.value());
        record(request, card, "harim.sent", Delivery.SENT);
    }

    private void record(RequestTable.Waiting request, FoundCard card, String kind, Delivery outcome) {
        audit.record(new AuditEvent(
                new Actor.Portal(),
                kind,
                card.customer(),
                card.card(),
                Map.of(
                        "card", card.number().lastFour(),
                        "amount", Long.toString(request.payment().amount().amount()),
                        "merchant", PaymentWords.recipient(request),
                        "reason", outcome.name())));
    }
}
