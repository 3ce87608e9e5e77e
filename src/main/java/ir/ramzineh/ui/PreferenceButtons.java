package ir.ramzineh.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** The two switches that stand in every header: language and colour scheme. */
public class PreferenceButtons extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * The switches for the page that is being built.
     *
     * @param whenChosen told the language before the page is shown again, to keep it with the customer
     */
    public PreferenceButtons(Consumer<Language> whenChosen) {
        addClassName("preferences");
        Language other = Language.of(getLocale()).other();
        NativeButton language = button("preference-language", Glyph.LANGUAGE, getTranslation("language.other"));
        language.getElement().setAttribute("lang", other.locale().getLanguage());
        language.addClickListener(click -> {
            whenChosen.accept(other);
            Preferences.choose(other, UI.getCurrentOrThrow());
        });
        NativeButton light = button("preference-light", Glyph.SUN, getTranslation("scheme.light"));
        light.addClassNames("icon-only", "to-light");
        light.addClickListener(click -> Preferences.chooseScheme("light", UI.getCurrentOrThrow()));
        NativeButton dark = button("preference-dark", Glyph.MOON, getTranslation("scheme.dark"));
        dark.addClassNames("icon-only", "to-dark");
        dark.addClickListener(click -> Preferences.chooseScheme("dark", UI.getCurrentOrThrow()));
        add(language, light, dark);
    }

    private static NativeButton button(String id, Glyph glyph, String text) {
        NativeButton button = new NativeButton();
        button.setId(id);
        button.addClassName("quiet-button");
        button.getElement().setAttribute("type", "button").setAttribute("title", text);
        button.add(glyph.create(), new Span(text));
        return button;
    }
}
