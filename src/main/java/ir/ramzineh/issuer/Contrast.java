package ir.ramzineh.issuer;

import java.util.HexFormat;

/** Contrast of two colours by WCAG 2.2, definition "contrast ratio". */
final class Contrast {
    private static final double READABLE_MIN = 4.5;

    private Contrast() {}

    /** Whether text of one colour on the other reaches 4.5 to 1; both {@code #rrggbb}. */
    static boolean readable(String one, String other) {
        return ratio(one, other) >= READABLE_MIN;
    }

    static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = HexFormat.fromHexDigits(colour, 1, 7);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
