package ir.ramzineh.audit;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Id and digest of every row of a block, in the order of the ids. */
final class RowDigests {
    private static final int ENTRY_BYTES = Long.BYTES + Sha256.BYTES;

    private final byte[] bytes;

    private RowDigests(byte[] bytes) {
        this.bytes = bytes;
    }

    static RowDigests of(List<AuditRow> rows) {
        ByteBuffer buffer = ByteBuffer.allocate(rows.size() * ENTRY_BYTES);
        rows.forEach(row -> buffer.putLong(row.id()).put(row.digest()));
        return new RowDigests(buffer.array());
    }

    static RowDigests stored(byte[] bytes) {
        return new RowDigests(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    String hash() {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    /** By id; what is cut off or appended to the bytes has changed their hash before this is asked. */
    SequencedMap<Long, byte[]> byId() {
        TreeMap<Long, byte[]> entries = new TreeMap<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.remaining() >= ENTRY_BYTES) {
            long id = buffer.getLong();
            byte[] digest = new byte[Sha256.BYTES];
            buffer.get(digest);
            entries.put(id, digest);
        }
        return entries;
    }
}
