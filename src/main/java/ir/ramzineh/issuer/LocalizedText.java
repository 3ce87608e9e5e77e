package ir.ramzineh.issuer;

import java.util.Locale;

/**
 * A text in both languages of the portal, in the bank's own words.
 *
 * @param fa Persian, the first language
 * @param en English
 */
public record LocalizedText(String fa, String en) {
    /** @throws IllegalArgumentException if one of the two is blank */
    public LocalizedText {
        if (fa.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a localized text needs both languages");
        }
    }

    /** English for English locales, Persian for all others. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : fa;
    }
}
