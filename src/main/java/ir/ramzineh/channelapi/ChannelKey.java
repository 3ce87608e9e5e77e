package ir.ramzineh.channelapi;

import java.time.Instant;

/**
 * A bearer key, shown once: the portal keeps only a keyed hash of it.
 *
 * @param bearer what the channel sends after {@code Authorization: Bearer}
 * @param expiresAt from when it is refused
 */
public record ChannelKey(String bearer, Instant expiresAt) {
    /** Without the key. */
    @Override
    public String toString() {
        return "ChannelKey[expires " + expiresAt + "]";
    }
}
