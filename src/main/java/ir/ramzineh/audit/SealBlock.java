package ir.ramzineh.audit;

import ir.ramzineh.kernel.UtcTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * One link of the chain: all rows with an id above {@code afterId} up to {@code throughId}.
 *
 * <p>Hashes are in hexadecimal.
 *
 * @param rowsInAll rows of this block and all before
 * @param sealedAt whole milliseconds
 * @param hash as stored; {@link #computedHash()} is what it should be
 * @param mac of the hash, by the vault
 */
record SealBlock(
        long number,
        long afterId,
        long throughId,
        int rowCount,
        long rowsInAll,
        String rowsHash,
        String previousHash,
        Instant sealedAt,
        String hash,
        String mac) {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] DOMAIN = "ramzineh.audit.block.1".getBytes(StandardCharsets.US_ASCII);

    static SealBlock read(ResultSet row) throws SQLException {
        return new SealBlock(
                row.getLong("number"),
                row.getLong("after_id"),
                row.getLong("through_id"),
                row.getInt("row_count"),
                row.getLong("rows_in_all"),
                HEX.formatHex(row.getBytes("rows_hash")),
                HEX.formatHex(row.getBytes("previous_hash")),
                UtcTime.fromColumn(row.getObject("sealed_at", LocalDateTime.class)),
                HEX.formatHex(row.getBytes("block_hash")),
                HEX.formatHex(row.getBytes("mac")));
    }

    /** SHA-256 of everything else in the block but the MAC. All fields have a fixed length. */
    String computedHash() {
        return HEX.formatHex(
                Sha256.of(ByteBuffer.allocate(DOMAIN.length + 5 * Long.BYTES + Integer.BYTES + 2 * Sha256.BYTES)
                        .put(DOMAIN)
                        .putLong(number)
                        .putLong(afterId)
                        .putLong(throughId)
                        .putInt(rowCount)
                        .putLong(rowsInAll)
                        .put(fixed(rowsHash))
                        .put(fixed(previousHash))
                        .putLong(sealedAt.toEpochMilli())
                        .array()));
    }

    /** The same block with its hash, and the hash's MAC. */
    SealBlock signed(UnaryOperator<String> mac) {
        String computed = computedHash();
        return new SealBlock(
                number,
                afterId,
                throughId,
                rowCount,
                rowsInAll,
                rowsHash,
                previousHash,
                sealedAt,
                computed,
                mac.apply(computed));
    }

    SealHead head() {
        return new SealHead(number, rowsInAll, hash);
    }

    /** The columns are binary(32); a value from elsewhere is brought to that length. */
    private static byte[] fixed(String hash) {
        return Arrays.copyOf(HEX.parseHex(hash), Sha256.BYTES);
    }
}
