package ir.ramzineh.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a phone says of itself with its first code. */
record ProvingPhone(@Nullable DeviceId device, @Nullable String deviceName) {
    /** A person typed the code; the phone was not asked. */
    static final ProvingPhone UNKNOWN = new ProvingPhone(null, null);

    Optional<DeviceId> id() {
        return Optional.ofNullable(device);
    }

    /** A name told with the claim stays. */
    @Nullable
    String label(ActivationTable.Row row) {
        String claimed = row.deviceName();
        return claimed != null ? claimed : TokenLabel.ofDevice(deviceName).orElse(null);
    }
}
