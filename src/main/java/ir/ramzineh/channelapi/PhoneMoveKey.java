package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.ClaimOutcome;
import ir.ramzineh.token.MoveOutcome;
import ir.ramzineh.token.PhoneToken;

/**
 * A new key, readable for the new phone alone; the old phone passes it on.
 *
 * @param reference by which the new phone proves its first code
 * @param ephemeralKey the portal's one-time public key, base64url
 * @param sealedKey ciphertext and tag, base64url
 * @param expiresAt until when it may
 */
public record PhoneMoveKey(
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
        @Schema(format = "date-time") String expiresAt) {

    static PhoneMoveKey of(MoveOutcome.Ready ready) {
        ClaimOutcome.Claimed key = ready.key();
        PhoneToken token = key.token();
        return new PhoneMoveKey(
                key.reference().value(),
                key.ephemeralKey(),
                key.sealedKey(),
                token.kind(),
                token.algorithm(),
                token.digits(),
                token.periodSeconds(),
                token.issuer(),
                token.cardLastFour(),
                token.pinDigits(),
                ready.expiresAt().toString());
    }
}
