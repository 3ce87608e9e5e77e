package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import org.springframework.stereotype.Service;

/** Tells channels whether the static password of a card still counts (S0.5, S0.6). */
@Service
public class PasswordPolicies {
    /** Cards the portal has never seen have their static password only. */
    public PasswordPolicy of(CardNumber card, PasswordKind kind) {
        throw new UnsupportedOperationException();
    }
}
