package ir.ramzineh.token;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a sealed column as it stands there: opened by {@link SealedKeys} and nobody else. */
final class SealedValue {
    private final byte[] bytes;

    SealedValue(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static Optional<SealedValue> ofColumn(byte @Nullable [] column) {
        return column == null ? Optional.empty() : Optional.of(new SealedValue(column));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedValue value && Arrays.equals(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
