package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A request that needs no more than to know which device makes it.
 *
 * @param device as in {@link PhoneStateQuestion}
 */
public record PhoneDeviceOnly(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 22, maxLength = 22)
        String device) {}
