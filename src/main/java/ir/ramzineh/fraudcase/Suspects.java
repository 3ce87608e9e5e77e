package ir.ramzineh.fraudcase;

import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.Cards;
import ir.ramzineh.harim.RecentRequest;
import ir.ramzineh.harim.RecentRequests;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.sms.SmsTimeline;
import ir.ramzineh.verification.RecentVerifications;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a customer points at; things of other people and other cards are not found. */
@Component
class Suspects {
    private final Cards cards;
    private final RecentVerifications verifications;
    private final RecentRequests requests;
    private final SmsTimeline messages;
    private final AuditTrail audit;

    Suspects(
            Cards cards,
            RecentVerifications verifications,
            RecentRequests requests,
            SmsTimeline messages,
            AuditTrail audit) {
        this.cards = cards;
        this.verifications = verifications;
        this.requests = requests;
        this.messages = messages;
        this.audit = audit;
    }

    Optional<SuspectFacts> find(CustomerId customer, CardId card, Suspect suspect) {
        return switch (suspect) {
            case Suspect.WholeCard() -> Optional.of(SuspectFacts.of(null, "card"));
            case Suspect.Payment(long id) ->
                verifications
                        .one(customer, card, id)
                        .map(found -> new SuspectFacts(
                                found.at(),
                                found.type().key(),
                                found.amount(),
                                found.merchantId(),
                                found.terminalId()));
            case Suspect.Request(long id) -> requests.one(customer, card, id).map(Suspects::facts);
            case Suspect.Message(SmsId id) -> message(customer, card, id);
            case Suspect.Activity(long id) ->
                audit.activityOf(customer, card, id)
                        .filter(found -> !found.at().isBefore(ownedSince(customer, card)))
                        .map(found -> SuspectFacts.of(found.at(), found.kind()));
        };
    }

    /** A message with the code of a payment names that payment. */
    private Optional<SuspectFacts> message(CustomerId customer, CardId card, SmsId id) {
        Optional<SuspectFacts> payment = requests.ofMessage(customer, card, id).map(Suspects::facts);
        return payment.or(
                () -> messages.of(customer, card, id).map(found -> SuspectFacts.of(found.asked(), found.purpose())));
    }

    private static SuspectFacts facts(RecentRequest request) {
        return new SuspectFacts(
                request.askedAt(),
                request.payment().type().key(),
                request.payment().amount(),
                request.merchantName().isBlank() ? request.payment().merchantId() : request.merchantName(),
                request.payment().terminalId());
    }

    private Instant ownedSince(CustomerId customer, CardId card) {
        return cards.ownedSince(customer, card).orElse(Instant.EPOCH);
    }
}
