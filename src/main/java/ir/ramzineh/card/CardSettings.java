package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one password of a card behaves, and within which bounds the customer may change it (S5.5).
 *
 * @param channels switched on
 * @param channelsOffered what the issuer's profile offers
 * @param lifeSeconds how long a code stays good after it appeared, in seconds
 * @param lifeSecondsMin lower bound of the profile
 * @param lifeSecondsMax upper bound of the profile, at most 120 (D4)
 * @param amountCap codes are refused above this amount; absent means no cap
 * @param wrongCodeLimit wrong codes in a row that lock the password
 * @param disablesStatic activation ends the static password (S0.5, S0.6)
 */
public record CardSettings(
        CardId card,
        PasswordKind kind,
        PasswordOverview password,
        Set<CodeChannel> channels,
        Set<CodeChannel> channelsOffered,
        int lifeSeconds,
        int lifeSecondsMin,
        int lifeSecondsMax,
        @Nullable Rial amountCap,
        int wrongCodeLimit,
        boolean disablesStatic) {

    public CardSettings {
        channels = Set.copyOf(channels);
        channelsOffered = Set.copyOf(channelsOffered);
    }
}
