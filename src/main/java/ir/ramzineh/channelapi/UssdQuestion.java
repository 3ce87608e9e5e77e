package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One step of a USSD dialogue; the body of {@code POST /api/v1/ussd/sessions/{session}}.
 *
 * @param step 1 for the dialling, then one more each time; the same step again gets the same answer
 * @param from the telephone as the network knows it
 * @param serviceCode what was dialled
 * @param input what was typed on the screen before; left out in step 1
 */
public record UssdQuestion(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "20")
        int step,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 20, example = "+989120000000")
        String from,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 30, example = "*737*60#")
        String serviceCode,

        @Schema(maxLength = 20, example = "1") String input) {

    /** Without the telephone. */
    @Override
    public String toString() {
        return "UssdQuestion[" + step + "]";
    }
}
