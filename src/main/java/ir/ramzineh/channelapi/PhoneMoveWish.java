package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The wish to move a token to a new phone.
 *
 * @param device of the old phone, as in {@link PhoneStateQuestion}
 * @param publicKey of the new phone, as in {@link PhoneClaim}
 * @param deviceName how the new phone calls itself
 */
public record PhoneMoveWish(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 22, maxLength = 22)
        String device,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 87, maxLength = 87)
        String publicKey,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        String deviceName) {}
