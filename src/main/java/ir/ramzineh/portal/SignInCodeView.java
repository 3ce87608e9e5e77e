package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.session.PendingSignIn;
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.Countdown;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.PlainForm;
import java.time.Clock;

/** The second step of signing in: the code that was sent by SMS, or one of the own token, as a plain form like the first. */
@Route(value = "sign-in/code", layout = PublicLayout.class)
@AnonymousAllowed
class SignInCodeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int CODE_LENGTH_MIN = 4;
    private static final int CODE_LENGTH_MAX = 10;

    private final transient Clock clock;

    SignInCodeView(Clock clock) {
        this.clock = clock;
        addClassNames("surface", "entry");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        CurrentSession.pendingSignIn()
                .ifPresentOrElse(
                        pending -> show(pending, event.getLocation().getQueryParameters()),
                        () -> event.forwardTo(SignInView.class));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(
                title(CurrentSession.pendingSignIn().map(PendingSignIn::byToken).orElse(false)));
    }

    private static String title(boolean byToken) {
        return byToken ? "sign-in.token.title" : "sign-in.code.title";
    }

    private void show(PendingSignIn pending, QueryParameters parameters) {
        add(new H1(getTranslation(title(pending.byToken()))));
        message(pending, parameters);
        if (pending.byToken()) {
            add(ofToken());
            return;
        }
        Paragraph sentTo =
                new Paragraph(new Span(getTranslation("code.sent-to") + " "), new LtrText(pending.maskedNumber()));
        sentTo.setId("sign-in-code-sent-to");
        Countdown life = new Countdown(clock, pending.codeExpiresAt()).withPattern(getTranslation("code.life"));
        life.setId("sign-in-code-life");
        Div others = new Div(resend(pending), back());
        others.addClassName("entry-others");
        add(sentTo, life, form("code.label", "sign-in.code.remember"), others);
    }

    /** The customer's own token makes the code, and no message does (S10.3, S10.22); without the phone the branch helps. */
    private Component ofToken() {
        Paragraph from = new Paragraph(getTranslation("sign-in.token.text"));
        from.setId("sign-in-token");
        Paragraph lost = new Paragraph(getTranslation("sign-in.token.lost"));
        lost.setId("sign-in-token-lost");
        lost.addClassName("hint");
        Div others = new Div(back(), lost);
        others.addClassName("entry-others");
        return new Div(from, form("sign-in.token.label", "sign-in.token.remember"), others);
    }

    private Anchor back() {
        Anchor back = new Anchor("sign-in", getTranslation("sign-in.code.other-user"));
        back.setId("sign-in-code-back");
        back.setRouterIgnore(true);
        return back;
    }

    private void message(PendingSignIn pending, QueryParameters parameters) {
        if (parameters.getParameters().containsKey("error")) {
            add(notice(
                    Notice.Kind.ERROR,
                    getTranslation("code.wrong", Formats.current().number(pending.triesLeft()))));
        } else if (parameters.getParameters().containsKey("expired")) {
            add(notice(Notice.Kind.WARNING, getTranslation("code.expired")));
        } else if (parameters.getParameters().containsKey("sent")) {
            add(notice(Notice.Kind.SUCCESS, getTranslation("code.sent-again")));
        } else {
            SignInMessages.wait(parameters, clock).ifPresent(this::add);
        }
    }

    private PlainForm form(String label, String own) {
        CodeField code = new CodeField(getTranslation(label), CODE_LENGTH_MIN, CODE_LENGTH_MAX);
        code.setId("sign-in-code");
        code.setRequired(true);
        code.setAutofocus(true);
        NativeInput.attributes(code, "name", "code");
        Checkbox remember = new Checkbox(getTranslation(own));
        remember.setId("sign-in-code-remember");
        NativeInput.attributes(remember, "name", "remember");
        PlainForm form = new PlainForm("sign-in-code-form", "sign-in/code");
        form.add(code, remember, form.submit("sign-in-code-submit", getTranslation("sign-in.code.submit")));
        return form;
    }

    private Component resend(PendingSignIn pending) {
        PlainForm form = new PlainForm("sign-in-resend-form", "sign-in/resend");
        NativeButton button = form.submit("sign-in-code-resend", getTranslation("code.resend"));
        button.removeClassName("primary-button");
        button.addClassName("button-link");
        form.add(button);
        if (!clock.instant().isBefore(pending.resendAt())) {
            return form;
        }
        form.setVisible(false);
        Countdown wait = new Countdown(clock, pending.resendAt()).withPattern(getTranslation("code.resend-in"));
        wait.setId("sign-in-code-resend-in");
        wait.whenFinished(() -> {
            wait.setVisible(false);
            form.setVisible(true);
        });
        return new Div(wait, form);
    }

    private static Notice notice(Notice.Kind kind, String text) {
        Notice notice = new Notice(kind, text);
        notice.setId("sign-in-message");
        return notice;
    }
}
