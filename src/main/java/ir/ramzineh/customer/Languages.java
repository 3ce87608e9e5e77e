package ir.ramzineh.customer;

import java.util.Locale;

/** The two languages of the portal: English for those who ask for it, Persian for everybody else. */
final class Languages {
    private Languages() {}

    static String supported(Locale locale) {
        return "en".equals(locale.getLanguage()) ? "en" : "fa";
    }
}
