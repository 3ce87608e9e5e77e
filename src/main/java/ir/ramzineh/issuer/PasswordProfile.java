package ir.ramzineh.issuer;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One password of the bank's cards as one-time codes.
 *
 * @param digits digits of a code: at least 4 for the first password, 7 for the second (I2), at most 10 (D11)
 * @param lifeSeconds life of a code until the customer chooses otherwise
 * @param lifeSecondsMin shortest life the customer may choose, at least 15
 * @param lifeSecondsMax longest life the customer may choose, at most 120 (D4)
 * @param disablesStatic whether the static password ends when codes begin (D9)
 * @param ways ways of activation that the portal offers, at least one, in the order of the enum
 * @param channels ways in which codes may reach the customer, at least one (S0.7)
 * @param channelsFromStart those of them that work for every card of the bank without any activation (S11.7); never the
 *     app, whose codes need a key
 * @param standardCode shape of the codes of a standard authenticator; present exactly where {@link
 *     ActivationWay#STANDARD_QR} is offered
 */
public record PasswordProfile(
        int digits,
        int lifeSeconds,
        int lifeSecondsMin,
        int lifeSecondsMax,
        boolean disablesStatic,
        Set<ActivationWay> ways,
        Set<CodeChannel> channels,
        Set<CodeChannel> channelsFromStart,
        Optional<StandardCode> standardCode) {

    public PasswordProfile {
        channels = Set.copyOf(channels);
        channelsFromStart = Set.copyOf(channelsFromStart);
    }

    /** What is on until the customer chooses: codes of the app once there is one, and what needs no activation. */
    public Set<CodeChannel> channelsByDefault() {
        return channels.stream()
                .filter(channel -> channel == CodeChannel.APP || channelsFromStart.contains(channel))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * SHA-1 codes of a standard authenticator. They have their own shape because common apps honour few others; the
     * minimum of digits holds for them as well.
     *
     * @param digits 6 or 8
     * @param periodSeconds 30 or 60
     */
    public record StandardCode(int digits, int periodSeconds) {}
}
