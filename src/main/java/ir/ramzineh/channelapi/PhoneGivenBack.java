package ir.ramzineh.channelapi;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.PhoneDeleted;
import java.util.List;

/**
 * The token is dead.
 *
 * @param staticAgain codes of this password have ended and the static one counts
 * @param channels the ways that still make codes for it
 */
public record PhoneGivenBack(PasswordKind password, boolean staticAgain, List<CodeChannel> channels) {
    public PhoneGivenBack {
        channels = List.copyOf(channels);
    }

    static PhoneGivenBack of(PhoneDeleted deleted) {
        return new PhoneGivenBack(
                deleted.kind(),
                deleted.staticAgain(),
                deleted.channels().stream().sorted().toList());
    }
}
