package ir.ramzineh.token;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.PasswordKind;
import java.util.Set;

/**
 * What is true after a phone gave its token back (S10.17).
 *
 * @param staticAgain codes of this password have ended, the static one counts
 * @param channels the ways that still make codes (S6.2)
 */
public record PhoneDeleted(PasswordKind kind, boolean staticAgain, Set<CodeChannel> channels) {
    public PhoneDeleted {
        channels = Set.copyOf(channels);
    }
}
