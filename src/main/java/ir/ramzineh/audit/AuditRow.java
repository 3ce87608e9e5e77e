package ir.ramzineh.audit;

import ir.ramzineh.kernel.UtcTime;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the table, every column of it.
 *
 * @param details the JSON text itself, since a changed blank is a change
 */
record AuditRow(
        long id,
        Instant at,
        String actorKind,
        String actorName,
        String kind,
        @Nullable Long customer,
        @Nullable Long card,
        String details) {
    static final String COLUMNS = "id, happened_at, actor_kind, actor_name, kind, customer_id, card_id, details";

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                UtcTime.fromColumn(row.getObject("happened_at", LocalDateTime.class)),
                row.getString("actor_kind"),
                row.getString("actor_name"),
                row.getString("kind"),
                row.getObject("customer_id", Long.class),
                row.getObject("card_id", Long.class),
                row.getString("details"));
    }

    /** SHA-256 of all columns, texts with their length before them, so that nothing can move from one to the next. */
    byte[] digest() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(id);
            out.writeLong(at.toEpochMilli());
            text(out, actorKind);
            text(out, actorName);
            text(out, kind);
            number(out, customer);
            number(out, card);
            text(out, details);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void number(DataOutputStream out, @Nullable Long number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeLong(number);
        }
    }
}
