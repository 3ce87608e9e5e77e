package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.TotpSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway_token} as it stands; sealed values are opened by {@link GatewayKeys} alone. */
record GatewayRow(
        long id,
        String branch,
        @Nullable StoredBytes serialSealed,
        GatewayTokenState state,
        @Nullable CustomerId customer,
        @Nullable StoredBytes codeSealed,
        @Nullable Instant codeExpiresAt,
        int codeTries,
        int proofTries,
        @Nullable String claimKey,
        @Nullable StoredBytes refSealed,
        @Nullable StoredBytes keySealed,
        @Nullable String algorithm,
        int digits,
        int periodSeconds,
        @Nullable StoredBytes deviceHash,
        @Nullable String deviceName,
        int driftSteps,
        Instant createdAt,
        @Nullable Instant issuedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant deadAt) {

    GatewayTokenId tokenId() {
        return new GatewayTokenId(id);
    }

    TotpSpec spec() {
        if (algorithm == null) {
            throw new IllegalStateException("a token in stock makes no codes");
        }
        return new TotpSpec(HashAlgorithm.valueOf(algorithm), digits, periodSeconds);
    }

    boolean codeCounts(Instant now) {
        return state == GatewayTokenState.ISSUED && codeExpiresAt != null && now.isBefore(codeExpiresAt);
    }

    @Override
    public String toString() {
        return "GatewayRow[" + id + ", " + state + "]";
    }
}
