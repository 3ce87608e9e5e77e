package ir.ramzineh.gatewaytoken;

import org.jspecify.annotations.Nullable;

/** A sealed value, or a hash, as it stands in its column. Never prints. */
final class StoredBytes {
    private final byte[] bytes;

    private StoredBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static @Nullable StoredBytes ofColumn(byte @Nullable [] column) {
        return column == null ? null : new StoredBytes(column);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "StoredBytes[]";
    }
}
