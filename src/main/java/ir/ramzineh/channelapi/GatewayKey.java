package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.gatewaytoken.GatewayClaimed;

/**
 * The answer to the claim of an account token: the key, readable for this phone alone.
 *
 * @param reference by which the first code is proven
 * @param ephemeralKey the portal's one-time public key, base64url
 * @param sealedKey ciphertext and tag, base64url
 * @param algorithm hash under the codes
 * @param digits digits of a code
 * @param periodSeconds life of a code in seconds
 * @param issuer key of the issuer's profile
 */
public record GatewayKey(
        @Schema(minLength = 22, maxLength = 22) String reference,
        @Schema(minLength = 87, maxLength = 87) String ephemeralKey,
        String sealedKey,

        @Schema(allowableValues = {"SHA1", "SHA256", "SHA512"})
        String algorithm,

        int digits,
        int periodSeconds,
        String issuer) {

    static GatewayKey of(GatewayClaimed key) {
        return new GatewayKey(
                key.reference(),
                key.ephemeralKey(),
                key.sealedKey(),
                key.algorithm(),
                key.digits(),
                key.periodSeconds(),
                key.issuer());
    }
}
