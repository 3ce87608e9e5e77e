package ir.ramzineh.vault;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text form of the keys. Errors name the entry and the field, never what stands in it. */
final class VaultKeysJson {
    private static final int FORMAT = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VaultKeysJson() {}

    static String write(List<KeyVersion> versions) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        ArrayNode keys = root.putArray("keys");
        for (KeyVersion version : versions) {
            keys.addObject()
                    .put("purpose", version.purpose().name())
                    .put("id", version.id())
                    .put("createdAt", version.createdAt().toString())
                    .put("activeFrom", version.activeFrom().toString())
                    .put("secret", Base64.getEncoder().encodeToString(version.secretBytes()));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    static VaultKeys read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            // The cause quotes the text, which holds keys: it is left out.
            throw new IllegalArgumentException("The vault keys are not a JSON document");
        }
        if (root.path("format").asInt(0) != FORMAT || !root.path("keys").isArray()) {
            throw new IllegalArgumentException("The vault keys are not a document of format " + FORMAT);
        }
        List<KeyVersion> versions = new ArrayList<>();
        for (JsonNode entry : root.path("keys")) {
            versions.add(version(entry, versions.size()));
        }
        return VaultKeys.ofFile(versions);
    }

    private static KeyVersion version(JsonNode entry, int index) {
        String field = "purpose";
        try {
            KeyPurpose purpose = KeyPurpose.valueOf(entry.path(field).asString(""));
            field = "createdAt";
            Instant createdAt = Instant.parse(entry.path(field).asString(""));
            field = "activeFrom";
            Instant activeFrom = Instant.parse(entry.path(field).asString(""));
            field = "secret";
            byte[] secret = Base64.getDecoder().decode(entry.path(field).asString(""));
            field = "id or secret";
            return new KeyVersion(
                    entry.path("id").asInt(0), purpose, createdAt, activeFrom, KeyVersion.secretOf(secret));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "The vault key number " + (index + 1) + " has a wrong field \"" + field + "\"");
        }
    }
}
