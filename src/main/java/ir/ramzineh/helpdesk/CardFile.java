package ir.ramzineh.helpdesk;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.harim.RecentRequest;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.smallamount.Standing;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.TokenView;
import ir.ramzineh.verification.RecentVerification;
import java.util.List;
import java.util.Optional;

/**
 * A card with its two passwords.
 *
 * @param tokens active ones, of both passwords
 * @param underWay activations that are not over, at most one for each password
 * @param verifications the newest uses of codes with their reasons
 * @param requests the newest requests of payment pages
 * @param smallAmounts how it stands with small payments, where the bank has them
 * @param openCase what the customer reported about it first, of what is still open
 */
public record CardFile(
        CardOverview card,
        CardSettings first,
        CardSettings second,
        List<TokenView> tokens,
        List<Activation> underWay,
        List<RecentVerification> verifications,
        List<RecentRequest> requests,
        Optional<Standing> smallAmounts,
        Optional<FraudCase> openCase) {
    public CardFile {
        tokens = List.copyOf(tokens);
        underWay = List.copyOf(underWay);
        verifications = List.copyOf(verifications);
        requests = List.copyOf(requests);
    }

    public CardSettings settings(PasswordKind kind) {
        return kind == PasswordKind.FIRST ? first : second;
    }

    /** Whether a password of the card is frozen. */
    public boolean frozen() {
        return first.password().frozen() || second.password().frozen();
    }
}
