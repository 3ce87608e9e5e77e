package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.credential.CodeSent;
import ir.ramzineh.ui.Countdown;
import ir.ramzineh.ui.LtrText;
import java.time.Clock;

/** Where the code went, how long it lives, and the button that sends it again once that is allowed. */
class CodeStep extends Div {
    private static final long serialVersionUID = 1L;

    private final String prefix;
    private final transient Clock clock;
    private final transient Runnable resend;

    /**
     * The state of a code that has just been sent.
     *
     * @param prefix start of the element ids: {@code <prefix>-resend}, {@code <prefix>-code-life}
     */
    CodeStep(String prefix, Clock clock, CodeSent sent, Runnable resend) {
        this.prefix = prefix;
        this.clock = clock;
        this.resend = resend;
        addClassName("code-status");
        show(sent);
    }

    final void show(CodeSent sent) {
        removeAll();
        add(sentTo(sent), life(sent), again(sent));
    }

    private Component sentTo(CodeSent sent) {
        Paragraph text =
                new Paragraph(new Span(getTranslation("code.sent-to") + " "), new LtrText(sent.maskedNumber()));
        text.setId(prefix + "-sent-to");
        return text;
    }

    private Component life(CodeSent sent) {
        Countdown life = new Countdown(clock, sent.codeExpiresAt()).withPattern(getTranslation("code.life"));
        life.setId(prefix + "-code-life");
        return life;
    }

    private Component again(CodeSent sent) {
        Button button = new Button(getTranslation("code.resend"), click -> resend.run());
        button.setId(prefix + "-resend");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        if (!clock.instant().isBefore(sent.resendAt())) {
            return button;
        }
        button.setVisible(false);
        Countdown wait = new Countdown(clock, sent.resendAt()).withPattern(getTranslation("code.resend-in"));
        wait.setId(prefix + "-resend-in");
        wait.whenFinished(() -> {
            wait.setVisible(false);
            button.setVisible(true);
        });
        return new Div(wait, button);
    }
}
