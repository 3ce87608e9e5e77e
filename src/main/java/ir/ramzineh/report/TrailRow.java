package ir.ramzineh.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as an auditor reads it. Texts may hold what somebody typed; who shows them escapes them.
 *
 * @param actorKind CUSTOMER, CHANNEL, STAFF, PORTAL or ANONYMOUS
 * @param details JSON
 * @param block number of the block that seals it; null while none does
 */
public record TrailRow(
        long id,
        Instant at,
        String actorKind,
        String actorName,
        String kind,
        @Nullable Long customer,
        @Nullable Long card,
        String details,
        @Nullable Long block) {}
