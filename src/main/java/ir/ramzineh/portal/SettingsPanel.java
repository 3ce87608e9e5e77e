package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** One group of the settings: a heading, what it is for, and its fields. */
class SettingsPanel extends Section {
    private static final long serialVersionUID = 1L;

    SettingsPanel(String titleKey, String textKey, Component... content) {
        Paragraph explanation = new Paragraph(getTranslation(textKey));
        explanation.addClassName("hint");
        add(new H2(getTranslation(titleKey)), explanation);
        add(content);
        addClassNames("surface", "settings-panel");
    }

    /** The button that hands the values of a panel on. */
    static Button save(Component page, String id, Runnable action) {
        Button save = new Button(page.getTranslation("action.save"), click -> action.run());
        save.setId(id);
        save.addThemeNames("primary");
        return save;
    }
}
