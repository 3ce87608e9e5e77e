package ir.ramzineh.channelapi;

import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.kernel.PasswordKind;
import java.util.Optional;

/** Which password a code was typed for. */
public enum AskedPassword {
    FIRST,
    SECOND,
    /** The password of an account (S10.3). */
    ACCOUNT,
    /** The password of a sign-in at one of the bank's gateways (S10.3, S10.22). */
    GATEWAY;

    Optional<PasswordKind> ofCard() {
        return switch (this) {
            case FIRST -> Optional.of(PasswordKind.FIRST);
            case SECOND -> Optional.of(PasswordKind.SECOND);
            case ACCOUNT, GATEWAY -> Optional.empty();
        };
    }

    LinkScope scope() {
        return switch (this) {
            case ACCOUNT -> LinkScope.ACCOUNT;
            case GATEWAY -> LinkScope.SIGN_IN;
            case FIRST, SECOND -> throw new IllegalStateException("a password of a card");
        };
    }
}
