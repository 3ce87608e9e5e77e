package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a proof as phones send it.
 *
 * @param code the first code of the new token, a string
 * @param device as in {@link PhoneStateQuestion}; may be missing
 * @param deviceName how the phone calls itself; may be missing
 */
public record PhoneProof(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 32)
        String code,

        @Schema(minLength = 22, maxLength = 22) @Nullable String device,

        @Schema(minLength = 1, maxLength = 200) @Nullable String deviceName) {
    /** Without the code. */
    @Override
    public String toString() {
        return "PhoneProof[]";
    }
}
