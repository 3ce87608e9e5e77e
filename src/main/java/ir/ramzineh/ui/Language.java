package ir.ramzineh.ui;

import com.vaadin.flow.component.Direction;
import java.util.Locale;

/** The two languages of the portal. Persian comes first and is what everybody sees who chose nothing. */
public enum Language {
    FA(Locale.forLanguageTag("fa"), Direction.RIGHT_TO_LEFT, "rtl"),
    EN(Locale.ENGLISH, Direction.LEFT_TO_RIGHT, "ltr");

    private final Locale locale;
    private final Direction direction;
    private final String dir;

    Language(Locale locale, Direction direction, String dir) {
        this.locale = locale;
        this.direction = direction;
        this.dir = dir;
    }

    /** The language of {@code locale}; anything that is not English reads Persian. */
    public static Language of(Locale locale) {
        return "en".equals(locale.getLanguage()) ? EN : FA;
    }

    public Locale locale() {
        return locale;
    }

    public Direction direction() {
        return direction;
    }

    /** The value of the page's {@code dir} attribute. */
    public String dir() {
        return dir;
    }

    public Language other() {
        return this == FA ? EN : FA;
    }
}
