package ir.ramzineh.gatewaytoken;

/**
 * The key of an account token, sealed to the one phone that claimed it (docs/protocol/claim.md), and what the phone must know
 * besides.
 *
 * @param reference by which the phone proves its first code
 * @param ephemeralKey the portal's one-time public key, base64url
 * @param sealedKey ciphertext and tag, base64url; not a secret
 * @param serialLastFour of the serial number
 */
public record GatewayClaimed(
        String reference,
        String ephemeralKey,
        String sealedKey,
        String algorithm,
        int digits,
        int periodSeconds,
        String issuer,
        String serialLastFour) {}
