package ir.ramzineh.vault;

import org.jspecify.annotations.Nullable;

/**
 * One sealed column of a {@link SealedTable}.
 *
 * @param sealedColumn the {@code varbinary} column written with {@link Vault#seal} or {@link Vault#sealBytes}
 * @param hashColumn the {@code binary(32)} column written with {@link Vault#lookupHash} for the same field, if any
 */
public record SealedColumn(String sealedColumn, @Nullable String hashColumn) {
    /** A sealed column that nobody looks up. */
    public static SealedColumn withoutHash(String sealedColumn) {
        return new SealedColumn(sealedColumn, null);
    }
}
