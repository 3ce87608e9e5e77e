package ir.ramzineh.corebank;

import java.util.Locale;

/**
 * The name of a person, a company or an account as the bank writes it in each language.
 *
 * @param fa in Persian
 * @param en in Latin letters
 */
public record LocalizedName(String fa, String en) {
    private static final int LENGTH_MAX = 100;

    /** @throws IllegalArgumentException if one is blank or longer than 100 characters; the message does not hold it */
    public LocalizedName {
        if (fa.isBlank() || en.isBlank() || fa.length() > LENGTH_MAX || en.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a name has 1 to " + LENGTH_MAX + " characters in each language");
        }
    }

    /** The Latin one for English locales, the Persian one for all others. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : fa;
    }

    /** Says nothing: names of persons do not belong into logs. */
    @Override
    public String toString() {
        return "LocalizedName[...]";
    }
}
