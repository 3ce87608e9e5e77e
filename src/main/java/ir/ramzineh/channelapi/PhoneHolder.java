package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.token.Holder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The device that has a token (S10.23).
 *
 * @param deviceName null where nobody gave it a name
 * @param activatedAt when it proved its first code; null where it has not yet
 */
public record PhoneHolder(
        @Schema(nullable = true) @Nullable String deviceName,

        @Schema(nullable = true, format = "date-time") @Nullable
        String activatedAt) {

    static PhoneHolder of(Holder holder) {
        Instant since = holder.activatedAt();
        return new PhoneHolder(holder.deviceName(), since == null ? null : since.toString());
    }
}
