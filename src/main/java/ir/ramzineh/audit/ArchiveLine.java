package ir.ramzineh.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A row on its way out of the database, as one line of JSON with every column. */
final class ArchiveLine {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ArchiveLine() {}

    static String of(AuditRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", Long.toString(row.id()));
        line.put("happened_at", row.at().toString());
        line.put("actor_kind", row.actorKind());
        line.put("actor_name", row.actorName());
        line.put("kind", row.kind());
        if (row.customer() != null) {
            line.put("customer_id", Long.toString(row.customer()));
        }
        if (row.card() != null) {
            line.put("card_id", Long.toString(row.card()));
        }
        line.put("details", row.details());
        return MAPPER.writeValueAsString(line);
    }
}
