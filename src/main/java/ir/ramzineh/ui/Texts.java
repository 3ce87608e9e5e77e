package ir.ramzineh.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one language, for places that stand outside a view. Views use {@code getTranslation} with the same keys;
 * both read {@code vaadin-i18n/translations_<language>.properties}.
 */
public final class Texts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("vaadin-i18n.translations", locale, EXACT);
    }

    /** The texts for {@code locale}; every locale that is not English reads Persian. */
    public static Texts of(Locale locale) {
        return new Texts(Language.of(locale).locale());
    }

    /**
     * The text of {@code key} with {@code args} filled in. Numbers come in as finished strings, see {@link Formats}.
     *
     * @throws java.util.MissingResourceException if the key is in no file: a mistake of ours
     */
    public String get(String key, Object... args) {
        String text = bundle.getString(key);
        return args.length == 0 ? text : new MessageFormat(text, locale).format(args);
    }

    /** Whether {@code key} has a text in this language. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
