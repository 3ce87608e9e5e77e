package ir.ramzineh.token;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.PasswordKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a card may get one-time codes at all, asked at the beginning of an activation and again at each of its steps. */
@Component
class ActivationGate {
    private final Cards cards;
    private final Issuers issuers;
    private final ActivationSteps steps;

    ActivationGate(Cards cards, Issuers issuers, ActivationSteps steps) {
        this.cards = cards;
        this.issuers = issuers;
        this.steps = steps;
    }

    IssuerProfile issuer(CardOverview card) {
        return issuers.byKey(card.issuerKey())
                .orElseThrow(() -> new IllegalStateException("no profile for issuer " + card.issuerKey()));
    }

    /** The key of the text that says why not; empty where nothing speaks against it. */
    Optional<String> refusal(CardOverview card, PasswordKind kind) {
        if (card.gift() && !issuer(card).giftCards().dynamicPasswords()) {
            return Optional.of("error.activation.gift-card");
        }
        if (card.expired()) {
            return Optional.of("error.activation.expired-card");
        }
        if (!card.active()) {
            return Optional.of("error.activation.inactive-card");
        }
        if (card.password(kind).frozen()) {
            return Optional.of("error.activation.frozen");
        }
        return Optional.empty();
    }

    /**
     * Lets an activation on, or ends it where the card was frozen, stopped or given to somebody else since it began
     * (security case 6).
     */
    Optional<ActivationTable.Row> pass(ActivationTable.Row row) {
        boolean open = cards.find(row.customer(), row.card())
                .filter(card -> refusal(card, row.kind()).isEmpty())
                .isPresent();
        if (open) {
            return Optional.of(row);
        }
        steps.end(row, ActivationState.CANCELLED);
        return Optional.empty();
    }
}
