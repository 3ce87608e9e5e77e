package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether the static second password may count for this payment. */
public record AllowanceAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean allowed) {}
