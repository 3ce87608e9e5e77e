package ir.ramzineh.token;

import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.BoundCodes;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the card page of the app shows (S5.5).
 *
 * @param token shape of the codes
 * @param view the token as the portal shows it
 * @param boundCodes what the bank lets a customer choose for a single code (S5.6)
 * @param newPhoneFrom from when on a new phone can take this one's place without it; {@code null} where nobody asked
 * @param passwords both of the card, the first one first
 */
public record PhoneState(
        PhoneToken token,
        TokenView view,
        boolean cardActive,
        boolean cardExpired,
        Optional<BoundCodes> boundCodes,
        @Nullable Instant newPhoneFrom,
        List<Password> passwords) {
    public PhoneState {
        passwords = List.copyOf(passwords);
    }

    /**
     * One password of the card.
     *
     * @param staticWorks whether the static password counts
     * @param capRial largest amount for codes; {@code null} for no limit
     * @param channels that are on
     */
    public record Password(
            PasswordKind kind,
            PasswordState state,
            boolean frozen,
            boolean staticWorks,
            int lifeSeconds,
            @Nullable Rial capRial,
            Set<CodeChannel> channels,
            int wrongCodes,
            int wrongCodesMax) {
        public Password {
            channels = Set.copyOf(channels);
        }
    }
}
