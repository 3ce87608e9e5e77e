package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Span;
import ir.ramzineh.card.PasswordOverview;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.ui.Glyph;
import java.util.Locale;

/** Where one password of a card stands, in a word and an icon, never by colour alone. */
class PasswordBadge extends Span {
    private static final long serialVersionUID = 1L;

    PasswordBadge(PasswordOverview password) {
        String state = password.frozen() ? "frozen" : password.state().name().toLowerCase(Locale.ROOT);
        Glyph glyph = switch (state) {
            case "dynamic" -> Glyph.SHIELD;
            case "frozen" -> Glyph.SNOWFLAKE;
            case "locked" -> Glyph.LOCK;
            default -> Glyph.KEY;
        };
        addClassNames("password-badge", "password-badge-" + state);
        add(glyph.create(), new Span(getTranslation("password-state." + state)));
    }

    /** «رمز دوم» or «رمز اول». */
    static String nameKey(PasswordKind kind) {
        return kind == PasswordKind.FIRST ? "password.first" : "password.second";
    }
}
