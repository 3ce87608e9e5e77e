package ir.ramzineh.issuer;

import java.util.Optional;
import java.util.Set;

/**
 * One password of the bank's cards as one-time codes.
 *
 * @param digits digits of a code: at least 4 for the first password, 7 for the second (I2), at most 10 (D11)
 * @param lifeSeconds life of a code until the customer chooses otherwise
 * @param lifeSecondsMin shortest life the customer may choose, at least 15
 * @param lifeSecondsMax longest life the customer may choose, at most 120 (D4)
 * @param disablesStatic whether the static password ends when codes begin (D9)
 * @param ways ways of activation that the portal offers, at least one, in the order of the enum
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
        Optional<StandardCode> standardCode) {

    /**
     * SHA-1 codes of a standard authenticator. They have their own shape because common apps honour few others; the
     * minimum of digits holds for them as well.
     *
     * @param digits 6 or 8
     * @param periodSeconds 30 or 60
     */
    public record StandardCode(int digits, int periodSeconds) {}
}
