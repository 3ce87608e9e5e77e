package ir.ramzineh.token;

import ir.ramzineh.kernel.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of tokens: one short line of visible text, whoever wrote it (security case 23). */
public final class TokenLabel {
    static final int LENGTH_MAX = 40;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

    private TokenLabel() {}

    /** @throws InvalidValueException nothing visible, or too long */
    static String typed(String raw) {
        String clean = clean(raw);
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LENGTH_MAX) {
            throw new InvalidValueException("error.token.label", LENGTH_MAX);
        }
        return clean;
    }

    /** What a phone says of itself, cut to length; empty where nothing visible is left. */
    public static Optional<String> ofDevice(@Nullable String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        String clean = clean(raw);
        int end = clean.offsetByCodePoints(0, Math.min(LENGTH_MAX, clean.codePointCount(0, clean.length())));
        return Optional.of(clean.substring(0, end).strip()).filter(name -> !name.isEmpty());
    }

    /** Control and direction characters go; runs of spaces become one; Persian keeps its zero-width non-joiner. */
    private static String clean(String raw) {
        StringBuilder kept = new StringBuilder();
        raw.codePoints().limit(1_000).forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> kept.append(' ');
                case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                case Character.FORMAT -> {
                    if (point == ZERO_WIDTH_NON_JOINER) {
                        kept.appendCodePoint(point);
                    }
                }
                default -> kept.appendCodePoint(point);
            }
        });
        return kept.toString().replaceAll("\\s+", " ").strip();
    }
}
