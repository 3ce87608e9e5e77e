package ir.ramzineh.verification;

import ir.ramzineh.card.Attempt;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import org.springframework.stereotype.Service;

/** Tells channels whether the static password of a card still counts (S0.5, S0.6). */
@Service
public class PasswordPolicies {
    private final CardPasswords passwords;
    private final Issuers issuers;

    PasswordPolicies(CardPasswords passwords, Issuers issuers) {
        this.passwords = passwords;
        this.issuers = issuers;
    }

    /**
     * Cards the portal has never seen have their static password only. A frozen or locked password does not fall back to
     * the static one: guessing three times must not switch the weaker password on again.
     */
    public PasswordPolicy of(CardNumber card, PasswordKind kind) {
        boolean staticSurvives = issuers.of(card)
                .map((IssuerProfile profile) -> !profile.password(kind).disablesStatic())
                .orElse(true);
        return switch (passwords.look(card, kind)) {
            case Attempt.Reserved open -> new PasswordPolicy(staticSurvives || !open.activated(), true);
            case Attempt.Closed(CardId known, Attempt.Cause cause) ->
                switch (cause) {
                    case UNKNOWN_CARD, GIFT_CARD, NOT_DYNAMIC -> new PasswordPolicy(true, false);
                    case CARD_NOT_USABLE -> new PasswordPolicy(false, false);
                    case FROZEN, LOCKED -> new PasswordPolicy(staticSurvives, false);
                };
        };
    }
}
