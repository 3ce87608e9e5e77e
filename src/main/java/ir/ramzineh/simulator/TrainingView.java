package ir.ramzineh.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.simulator.TrainingScripts.Script;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The training room: all simulators in one place, and what can go wrong in them, with what the trainee should see. */
@Route(value = "simulator/training", layout = SimulatorLayout.class)
@AnonymousAllowed
class TrainingView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient TrainingScripts scripts;
    private final transient Clock clock;
    private final Map<Script, Checkbox> boxes = new EnumMap<>(Script.class);
    private final Div code = new Div();

    TrainingView(TrainingScripts scripts, Clock clock) {
        this.scripts = scripts;
        this.clock = clock;
        addClassName("training");
        Paragraph intro = new Paragraph(getTranslation("simulator.training.intro"));
        intro.addClassName("hint");
        add(new Div(new H1(getTranslation("simulator.training.title")), intro), places(), lessons(), authenticator());
    }

    private Section places() {
        Div links = new Div();
        links.addClassName("training-places");
        for (String page : List.of("atm", "phone", "switch", "shop")) {
            links.add(link("training-open-" + page, "simulator/" + page, "simulator." + page + ".title"));
        }
        links.add(link("training-open-app", "ramzna/", "simulator.training.app"));
        links.add(link("training-open-branch", "branch", "simulator.training.branch"));
        return surface("simulator.training.places", links);
    }

    private Anchor link(String id, String target, String text) {
        Anchor link = new Anchor(target, getTranslation(text));
        link.setId(id);
        link.addClassName("button-link");
        link.setTarget("_blank");
        link.setRouterIgnore(true);
        return link;
    }

    private Section lessons() {
        Section section = surface("simulator.training.lessons");
        for (Script script : Script.values()) {
            Checkbox box = new Checkbox(getTranslation(script.key()), scripts.runs(script));
            box.setId(script.id());
            box.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    scripts.set(script, change.getValue());
                }
            });
            boxes.put(script, box);
            Paragraph seen = new Paragraph(getTranslation(script.key() + ".seen"));
            seen.addClassName("hint");
            section.add(new Div(box, seen));
        }
        Button reset = new Button(getTranslation("simulator.training.reset"), click -> {
            scripts.reset();
            boxes.values().forEach(box -> box.setValue(false));
            Toast.success(getTranslation("simulator.training.reset.done"));
        });
        reset.setId("training-reset");
        section.add(reset);
        return section;
    }

    /** An ordinary authenticator app whose clock can be dead. */
    private Section authenticator() {
        TextField key = new TextField(getTranslation("simulator.training.key"));
        key.setId("training-key");
        key.addClassName("ltr-input");
        key.setHelperText(getTranslation("simulator.training.key.hint"));
        code.setId("training-code");
        code.getElement().setAttribute("aria-live", "polite");
        Button show = new Button(getTranslation("simulator.training.show"), click -> show(key));
        show.setId("training-show");
        show.addThemeNames("primary");
        return surface("simulator.training.authenticator", key, show, code);
    }

    private void show(TextField key) {
        code.removeAll();
        String typed = key.getValue().replaceAll("\\s", "");
        try {
            OtpKey read = new OtpKey(Base32.decode(Digits.toLatin(typed)));
            Instant now = clock.instant();
            Instant onTheDial = scripts.runs(Script.DEAD_CLOCK) ? now.minus(TrainingScripts.CLOCK_BEHIND) : now;
            LtrText digits = LtrText.verbatim(TotpSpec.STANDARD.code(read, TotpSpec.STANDARD.step(onTheDial)));
            digits.addClassName("training-digits");
            code.add(digits);
        } catch (IllegalArgumentException wrong) {
            FieldErrors.show(key, getTranslation("simulator.training.key.wrong"));
        }
    }

    private Section surface(String title, Component... parts) {
        Section section = new Section(new H2(getTranslation(title)));
        section.addClassNames("surface", "switch-form");
        section.add(parts);
        return section;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("simulator.training.title");
    }
}
