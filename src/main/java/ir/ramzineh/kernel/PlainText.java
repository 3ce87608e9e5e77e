package ir.ramzineh.kernel;

/**
 * Words of somebody we do not know: names of shops and devices, notes. Signs that turn the order of what stands beside
 * them, or do nothing visible, are no part of a word (security case 23).
 */
public final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

    private PlainText() {}

    /**
     * Takes control, direction and other invisible characters out; a line break or tab becomes a space, Persian keeps its
     * zero-width non-joiner. Never longer than before.
     */
    public static String of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
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
        return kept.toString();
    }
}
