package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.shared.Registration;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PassiveRequest;
import ir.ramzineh.kernel.SpokenProblem;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the pages of operators share: head, what is said after a deed, a secret that is shown once. */
abstract class OfficePage extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LOOK_EVERY_MILLIS = 2_000;

    private final String title;
    private @Nullable Registration looking;

    /** Where notices and secrets appear; read out when they do. */
    protected final Div said = new Div();

    /** Made anew by {@link #refresh}. */
    protected final Div content = new Div();

    protected OfficePage(String title, String intro) {
        this.title = title;
        addClassNames("branch-page", "office");
        Paragraph words = new Paragraph(getTranslation(intro));
        words.addClassName("hint");
        said.setId("office-said");
        said.getElement().setAttribute("aria-live", "polite");
        content.addClassName("branch-page");
        add(new Div(new H1(getTranslation(title)), words), said, content);
    }

    /** Shows everything as it stands now. */
    protected abstract void refresh();

    /** Does something and shows what came of it; a problem is told in the reader's words. */
    protected final void deed(Runnable deed) {
        said.removeAll();
        try {
            deed.run();
        } catch (InvalidValueException wrong) {
            said.add(new Notice(Notice.Kind.ERROR, getTranslation(wrong.key(), wrong.args())));
        } catch (RuntimeException e) {
            if (!(e instanceof SpokenProblem spoken)) {
                throw e;
            }
            said.add(new Notice(Notice.Kind.ERROR, getTranslation(spoken.key())));
        }
        refresh();
    }

    protected final void done(String key, Object... args) {
        Toast.success(getTranslation(key, args));
    }

    /** A secret, once; the next deed takes it away. */
    protected final void secret(String title, String hint, String secret) {
        LtrText text = LtrText.verbatim(secret);
        text.setId("office-secret");
        text.addClassName("branch-secret");
        Paragraph words = new Paragraph(getTranslation(hint));
        Section box = new Section(new H2(getTranslation(title)), words, text);
        box.addClassName("surface");
        box.addClassName("stack");
        said.add(box);
    }

    protected final Section section(String key, Component... parts) {
        Section section = new Section(new H2(getTranslation(key)));
        section.addClassNames("surface", "stack");
        section.add(parts);
        return section;
    }

    protected final Button button(String id, String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.setId(id);
        return button;
    }

    protected static Div row(Component... buttons) {
        Div row = new Div(buttons);
        row.addClassName("button-row");
        return row;
    }

    /** Check boxes under one name. */
    protected final <T> FieldSet choices(String legend, List<T> values, Function<T, Checkbox> box) {
        FieldSet set = new FieldSet(getTranslation(legend));
        set.addClassNames("whole", "office-choices");
        values.forEach(value -> set.add(box.apply(value)));
        return set;
    }

    protected static String time(@Nullable Instant at) {
        return at == null ? "–" : Formats.current().dateTime(at);
    }

    protected static String number(long number) {
        return Formats.current().number(number);
    }

    /**
     * Looks again every two seconds while the page is open. Nobody asked for that, so it does not keep the sign-in alive
     * (security case 12).
     */
    protected final void lookByItself(UI ui, Runnable look) {
        ui.setPollInterval(LOOK_EVERY_MILLIS);
        looking = ui.addPollListener(poll -> {
            VaadinRequest request = VaadinRequest.getCurrent();
            if (request != null) {
                request.setAttribute(PassiveRequest.ATTRIBUTE, true);
            }
            look.run();
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Registration before = looking;
        if (before != null) {
            before.remove();
            looking = null;
            detached.getUI().setPollInterval(-1);
        }
        super.onDetach(detached);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(title);
    }
}
