package ir.ramzineh.kernel;

import java.util.Optional;

/**
 * Digits as people type them: Latin, Persian (U+06F0..06F9) or Arabic-Indic (U+0660..0669), mixed as they like.
 *
 * <p>Three doors on purpose. {@link #toLatin} only changes digits. {@link #typed} also forgives what people and
 * clipboards put around and between the digits of identifiers. {@link #code} forgives nothing: a one-time code with
 * any other sign in it is not a code, because two spellings of one code must never be taken for two codes.
 *
 * <p>Digits of all other scripts (full width, superscript, Devanagari and so on) are not digits here, although
 * {@link Character#isDigit(char)} says yes to most. Letters are never touched, so Arabic yeh and kaf stay as typed.
 */
public final class Digits {
    private static final char PERSIAN_ZERO = '\u06F0';
    private static final char ARABIC_ZERO = '\u0660';

    /**
     * Spaces (also no-break and narrow no-break), the hyphens a keyboard or a PDF gives, brackets, and the invisible
     * marks: ZWNJ, ZWJ, LRM, RLM, ALM, the bidi embeddings and isolates, the byte order mark.
     */
    private static final String FORGIVEN = " \t\u00A0\u202F-\u2010\u2011\u2012\u2013()[]"
            + "\u200B\u200C\u200D\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

    private Digits() {}

    /** Turns Persian and Arabic-Indic digits into 0-9 and leaves everything else unchanged. */
    public static String toLatin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            latin.append(toLatin(text.charAt(i)));
        }
        return latin.toString();
    }

    /** Turns 0-9 into Persian digits, for display in Persian; everything else stays. */
    public static String toPersian(String text) {
        StringBuilder persian = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            persian.append(isLatin(c) ? (char) (PERSIAN_ZERO + (c - '0')) : c);
        }
        return persian.toString();
    }

    /**
     * What a person meant who typed or pasted a national ID, a card number, a mobile number or a part of an activation
     * key: {@link #toLatin} without surrounding white space, and without inner spaces, hyphens, brackets and invisible
     * marks. Any other sign stays, so that the type's own rule refuses it. Not for codes.
     */
    public static String typed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (char c : text.strip().toCharArray()) {
            if (FORGIVEN.indexOf(c) < 0) {
                kept.append(toLatin(c));
            }
        }
        return kept.toString();
    }

    /**
     * A one-time code in Latin digits, or empty when {@code raw} holds anything but Latin, Persian or Arabic-Indic
     * digits, or is shorter than {@code lengthMin} or longer than {@code lengthMax}. Leading zeros count and stay.
     */
    public static Optional<String> code(String raw, int lengthMin, int lengthMax) {
        if (raw.length() < lengthMin || raw.length() > lengthMax) {
            return Optional.empty();
        }
        String latin = toLatin(raw);
        return areLatin(latin) ? Optional.of(latin) : Optional.empty();
    }

    /** Whether {@code text} is one or more of 0-9 and nothing else. */
    public static boolean areLatin(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isLatin((char) c));
    }

    private static boolean isLatin(char c) {
        return c >= '0' && c <= '9';
    }

    private static char toLatin(char c) {
        if (c >= PERSIAN_ZERO && c <= PERSIAN_ZERO + 9) {
            return (char) ('0' + (c - PERSIAN_ZERO));
        }
        if (c >= ARABIC_ZERO && c <= ARABIC_ZERO + 9) {
            return (char) ('0' + (c - ARABIC_ZERO));
        }
        return c;
    }
}
