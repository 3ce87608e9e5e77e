package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.InvalidValueException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One object of a request body, read field by field with nothing forgiven: no unknown, missing, doubled or null field,
 * no value of another type (a code sent as a number has lost its leading zeros), nothing after the end. Object mappers
 * bend values to fit; the answer to a payment must not rest on a bent value.
 */
final class StrictJson {
    /** Longest body taken, in bytes. */
    static final int BODY_BYTES_MAX = 4096;

    private static final int DEPTH_MAX = 4;
    private static final int STRING_LENGTH_MAX = 1024;
    private static final int NUMBER_LENGTH_MAX = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(STRING_LENGTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final JsonNode object;
    private final Set<String> unread;

    private StrictJson(String path, JsonNode object) {
        if (!object.isObject()) {
            throw new MalformedInputException(path, "must be a JSON object");
        }
        this.path = path;
        this.object = object;
        this.unread = new HashSet<>(object.propertyNames());
    }

    /**
     * Reads a body.
     *
     * @throws MalformedInputException not one JSON object in UTF-8 within the bounds
     */
    static StrictJson read(byte[] body) {
        if (body.length > BODY_BYTES_MAX) {
            throw new MalformedInputException("", "body is longer than " + BODY_BYTES_MAX + " bytes");
        }
        try {
            return new StrictJson("", MAPPER.readTree(body));
        } catch (JacksonException notJson) {
            // The parser's message quotes the body, so it ends here.
            throw new MalformedInputException("", "body is not one well-formed JSON object");
        }
    }

    /**
     * A string of 1 to {@code lengthMax} characters.
     *
     * @throws MalformedInputException the field is missing, not a string, empty, or too long
     */
    String string(String name, int lengthMax) {
        JsonNode value = take(name);
        if (!value.isString()) {
            throw malformed(name, "must be a string");
        }
        String text = value.stringValue();
        if (text.isEmpty() || text.length() > lengthMax) {
            throw malformed(name, "must have 1 to " + lengthMax + " characters");
        }
        return text;
    }

    /** Whether there is such a member, for what may be left out. */
    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** A whole number from 0 to 2^63 - 1. */
    long number(String name) {
        JsonNode value = take(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw malformed(name, "must be a whole number, not negative");
        }
        return value.longValue();
    }

    /** {@code true} or {@code false}, not as a string. */
    boolean truth(String name) {
        JsonNode value = take(name);
        if (!value.isBoolean()) {
            throw malformed(name, "must be true or false");
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String text = string(name, STRING_LENGTH_MAX);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw malformed(name, "must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    /** A string that becomes a value type; the type's own rule decides. */
    <T> T value(String name, int lengthMax, Function<String, T> constructor) {
        String text = string(name, lengthMax);
        try {
            return constructor.apply(text);
        } catch (InvalidValueException broken) {
            throw malformed(name, "breaks the rule " + broken.key());
        }
    }

    /** An object inside this one; close it with {@link #end} as well. */
    StrictJson object(String name) {
        return new StrictJson(pathOf(name), take(name));
    }

    /**
     * To be called when all fields are taken.
     *
     * @throws MalformedInputException there are others
     */
    void end() {
        if (!unread.isEmpty()) {
            // Names of unknown fields come from outside and are not repeated.
            throw new MalformedInputException(path, "has a field that the contract does not know");
        }
    }

    private JsonNode take(String name) {
        unread.remove(name);
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw malformed(name, "is missing");
        }
        return value;
    }

    private MalformedInputException malformed(String name, String problem) {
        return new MalformedInputException(pathOf(name), problem);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
