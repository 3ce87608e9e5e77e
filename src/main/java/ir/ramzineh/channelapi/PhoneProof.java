package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The body of a proof as phones send it.
 *
 * @param code the first code of the new token, a string
 */
public record PhoneProof(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 32)
        String code) {
    /** Without the code. */
    @Override
    public String toString() {
        return "PhoneProof[]";
    }
}
