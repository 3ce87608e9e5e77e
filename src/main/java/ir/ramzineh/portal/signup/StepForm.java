package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.ui.Countdown;
import ir.ramzineh.ui.Notice;
import java.time.Clock;
import java.time.Duration;

/** One step of a process: what it asks, in a column, its button, and a place for what went wrong. */
class StepForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Div messages = new Div();

    StepForm(String title, String explanation) {
        addClassName("step-form");
        H2 heading = new H2(title);
        heading.getElement().setAttribute("tabindex", "-1");
        // A new step is a new page to a screen reader: the focus goes to its heading.
        heading.addAttachListener(event -> heading.getElement().executeJs("this.focus({preventScroll: true})"));
        add(heading);
        if (!explanation.isEmpty()) {
            add(new Paragraph(explanation));
        }
        messages.setVisible(false);
        add(messages);
    }

    /** The button that sends the step; Enter in any of its fields does the same. */
    final Button submit(String id, String text, Runnable action) {
        Button button = new Button(text, click -> {
            clearMessage();
            action.run();
        });
        button.setId(id);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(click -> button.setEnabled(true));
        button.addClickShortcut(Key.ENTER).listenOn(this);
        return button;
    }

    /** Says that the step did not work, and why. */
    final void fail(String text) {
        show(new Notice(Notice.Kind.ERROR, text));
    }

    /** Says how long to wait before the next try. */
    final void wait(Clock clock, Duration wait) {
        Countdown countdown = new Countdown(clock, clock.instant().plus(wait))
                .withPattern(getTranslation("process.wait.left"))
                .whenFinished(this::clearMessage);
        countdown.setId("process-wait");
        show(new Notice(Notice.Kind.WARNING, new Paragraph(getTranslation("process.wait")), countdown));
    }

    final void tell(String text) {
        show(new Notice(Notice.Kind.SUCCESS, text));
    }

    final void clearMessage() {
        messages.removeAll();
        messages.setVisible(false);
    }

    private void show(Component message) {
        message.setId("process-message");
        messages.removeAll();
        messages.add(message);
        messages.setVisible(true);
        messages.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }
}
