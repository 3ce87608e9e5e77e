package ir.ramzineh.approval;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a proposal holds, as JSON under the seal. */
final class ApprovalContent {
    static final int BYTES_MAX = 7_900;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> ENTRIES = new TypeReference<>() {};

    private ApprovalContent() {}

    /** What maker and checker read. */
    record Shown(Map<String, String> facts, List<Afterward> afterwards) {}

    static byte[] shown(Proposal proposal) {
        return bounded(MAPPER.writeValueAsString(new Shown(new TreeMap<>(proposal.facts()), proposal.afterwards())));
    }

    static Shown readShown(byte[] json) {
        return MAPPER.readValue(json, Shown.class);
    }

    static byte[] payload(Proposal proposal) {
        return bounded(MAPPER.writeValueAsString(new TreeMap<>(proposal.payload())));
    }

    static Map<String, String> readPayload(byte[] json) {
        return MAPPER.readValue(json, ENTRIES);
    }

    /** The same bytes for the same deed about the same person and card. */
    static byte[] same(Proposal proposal) {
        return MAPPER.writeValueAsBytes(List.of(
                proposal.kind(),
                String.valueOf(proposal.customer()),
                String.valueOf(proposal.card()),
                new TreeMap<>(proposal.payload())));
    }

    /** Which row it is, whose, of which branch and until when, with the content. */
    static byte[] made(Proposal proposal, Made made) {
        return MAPPER.writeValueAsBytes(List.of(
                Long.toString(made.id().value()),
                Long.toString(made.maker().value()),
                String.valueOf(made.branch()),
                UtcTime.toColumn(made.expiresAt()).toString(),
                HexFormat.of().formatHex(same(proposal))));
    }

    /** What a row says about its proposal besides the content. */
    record Made(ApprovalId id, StaffId maker, @Nullable BranchCode branch, Instant expiresAt) {}

    private static byte[] bounded(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("A proposal holds at most " + BYTES_MAX + " bytes");
        }
        return bytes;
    }
}
