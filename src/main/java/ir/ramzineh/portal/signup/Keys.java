package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.i18n.I18NProvider;

/** Texts by key, for places that are not yet components. */
final class Keys {
    private Keys() {}

    static String text(String key) {
        return I18NProvider.translate(key);
    }

    /** A button that stands back behind the step's own. */
    static Button quiet(String id, String key, Runnable action) {
        Button button = new Button(text(key), click -> action.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
