package ir.ramzineh.kernel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How instants stand in the database: {@code datetime(3)} columns in UTC, cut to milliseconds. */
public final class UtcTime {
    private UtcTime() {}

    /** What to bind for {@code instant}. */
    public static LocalDateTime toColumn(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The instant a column holds. */
    public static Instant fromColumn(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
