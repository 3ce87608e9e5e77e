package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.ClaimOutcome;
import ir.ramzineh.token.PhoneToken;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a claim: the key, readable for this phone alone.
 *
 * @param reference by which the first code is proven
 * @param ephemeralKey the portal's one-time public key, base64url
 * @param sealedKey ciphertext and tag, base64url
 * @param password the password the codes are for
 * @param algorithm hash under the codes
 * @param digits digits of a code
 * @param periodSeconds life of a code in seconds
 * @param issuer key of the issuer's profile
 * @param cardLastFour last four digits of the card
 * @param pinDigits digits of the personal PIN that each code needs besides the key; 0: none
 * @param heldBy the device that has the token of this password until the first code is proven; null: none
 */
public record PhoneKey(
        @Schema(minLength = 22, maxLength = 22) String reference,
        @Schema(minLength = 87, maxLength = 87) String ephemeralKey,
        String sealedKey,
        PasswordKind password,

        @Schema(allowableValues = {"SHA1", "SHA256", "SHA512"})
        String algorithm,

        int digits,
        int periodSeconds,
        String issuer,
        String cardLastFour,
        int pinDigits,
        @Nullable PhoneHolder heldBy) {

    static PhoneKey of(ClaimOutcome.Claimed claimed) {
        PhoneToken token = claimed.token();
        return new PhoneKey(
                claimed.reference().value(),
                claimed.ephemeralKey(),
                claimed.sealedKey(),
                token.kind(),
                token.algorithm(),
                token.digits(),
                token.periodSeconds(),
                token.issuer(),
                token.cardLastFour(),
                token.pinDigits(),
                claimed.heldBy().map(PhoneHolder::of).orElse(null));
    }
}
