package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a phone says of itself when it asks for the state of its token.
 *
 * @param device 128 random bits by which it is told from a copy, base64url
 * @param deviceName how it calls itself
 */
public record PhoneStateQuestion(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 22, maxLength = 22)
        String device,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        String deviceName) {}
