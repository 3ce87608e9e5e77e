package ir.ramzineh.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV that stay lines of text (security case 23): every field is quoted, control and direction characters are
 * taken out, and what a spreadsheet would calculate gets an apostrophe before it.
 */
final class CsvText {
    /** Tells spreadsheets that the file is UTF-8. */
    static final String BYTE_ORDER_MARK = "\ufeff";

    private CsvText() {}

    static String line(List<? extends @Nullable Object> fields) {
        return fields.stream().map(CsvText::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "\"\"";
        }
        String text = inert(value.toString());
        boolean formula = !(value instanceof Number) && !text.isEmpty() && "=+-@|%".indexOf(firstSign(text)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** Blanks before a formula do not hide it. */
    private static char firstSign(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? ' ' : stripped.charAt(0);
    }

    private static String inert(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean joiner = point == '\u200c';
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> kept.append(' ');
                case Character.FORMAT, Character.SURROGATE -> {
                    if (joiner) {
                        kept.appendCodePoint(point);
                    }
                }
                default -> kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }
}
