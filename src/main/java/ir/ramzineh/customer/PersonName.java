package ir.ramzineh.customer;

import java.util.Locale;

/** A person's name as the bank spells it in Persian and in English; either stands in where the other is empty. */
public record PersonName(String fa, String en) {
    /** The spelling for readers of {@code locale}. */
    public String in(Locale locale) {
        boolean persian = "fa".equals(locale.getLanguage());
        String wanted = persian ? fa : en;
        return wanted.isBlank() ? (persian ? en : fa) : wanted;
    }

    /** Names are personal data: logs show that there is one, not which. */
    @Override
    public String toString() {
        return "PersonName[***]";
    }
}
