package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the telephone shows.
 *
 * @param last whether the dialogue ends with it
 */
public record UssdScreen(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 160)
        String text,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean last) {
    /** Without the text, which may hold a code. */
    @Override
    public String toString() {
        return "UssdScreen[last=" + last + "]";
    }
}
