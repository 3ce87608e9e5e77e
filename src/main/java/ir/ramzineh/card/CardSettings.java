package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one password of a card behaves, and within which bounds the customer may change it (S5.5).
 *
 * @param channels switched on
 * @param channelsOffered what can be switched now: what the issuer's profile offers, and before an activation only what
 *     works without one (S11.7)
 * @param lifeSeconds how long a code stays good after it appeared, in seconds
 * @param lifeSecondsMin lower bound of the profile
 * @param lifeSecondsMax upper bound of the profile, at most 120 (D4)
 * @param amountCap codes are refused above this amount; absent means no cap
 * @param allowed types of transactions and hours that codes may approve
 * @param wrongCodeLimit wrong codes in a row that lock the password
 * @param disablesStatic activation ends the static password (S0.5, S0.6)
 * @param worksFromStart codes of some way exist without an activation (S11.7)
 * @param version one more with every change
 * @param undo what takes the latest change back, while nothing else was changed after it
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
        AllowedTransactions allowed,
        int wrongCodeLimit,
        boolean disablesStatic,
        boolean worksFromStart,
        int version,
        Optional<SettingsChange> undo) {

    public CardSettings {
        channels = Set.copyOf(channels);
        channelsOffered = Set.copyOf(channelsOffered);
    }

    /** Whether the settings have an effect now: there are codes of this password, or there can be. */
    public boolean usable() {
        return password.state() == PasswordState.DYNAMIC
                || (password.state() == PasswordState.STATIC && worksFromStart);
    }

    /** Of the ways that can be switched, those that are on. */
    public Set<CodeChannel> channelsOn() {
        Set<CodeChannel> on = EnumSet.noneOf(CodeChannel.class);
        on.addAll(channels);
        on.retainAll(channelsOffered);
        return Set.copyOf(on);
    }
}
