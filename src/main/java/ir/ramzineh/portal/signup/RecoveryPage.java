package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.credential.CodeSent;
import ir.ramzineh.credential.DeviceKey;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.Recovery;
import ir.ramzineh.credential.RecoveryKey;
import ir.ramzineh.credential.RecoveryKind;
import ir.ramzineh.credential.RecoveryOutcome;
import ir.ramzineh.credential.RecoveryView;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.portal.BrowserTraces;
import ir.ramzineh.portal.PublicLayout;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way back after a lost user name or password. Like sign-up it shows where a stored process stands. */
@Route(value = "recovery", layout = PublicLayout.class)
@StyleSheet("ramzineh/sign-up.css")
@AnonymousAllowed
class RecoveryPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String COOKIE = "ramzineh-recovery";

    private final transient Recovery recovery;
    private final transient BrowserTraces browser;
    private final transient BankMarks banks;
    private final transient Clock clock;
    private final Formats formats = Formats.current();
    private final Div stage = new Div();
    private StepForm step = new StepForm("", "");
    private transient @Nullable RecoveryKey key;

    RecoveryPage(Recovery recovery, BrowserTraces browser, BankMarks banks, Clock clock) {
        this.recovery = recovery;
        this.browser = browser;
        this.banks = banks;
        this.clock = clock;
        addClassNames("surface", "sign-up");
        add(new H1(getTranslation("recovery.title")), stage);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = browser.processKey(COOKIE).map(RecoveryKey::new).orElse(null);
        if (key == null) {
            begin();
        } else {
            show(recovery.resume(key));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("recovery.title");
    }

    private void begin() {
        stage(new RecoveryStart(
                banks,
                request -> handle(recovery.begin(
                        request.kind(),
                        request.mobile(),
                        request.nationalId(),
                        request.card(),
                        browser.address(),
                        getLocale()))));
    }

    private void beginAgain() {
        browser.forgetProcess(COOKIE);
        key = null;
        begin();
    }

    private void handle(RecoveryOutcome outcome) {
        switch (outcome) {
            case RecoveryOutcome.Begun(RecoveryKey begun, RecoveryView.AwaitingCode view) -> {
                key = begun;
                browser.keepProcessKey(COOKIE, begun.reveal(), Duration.between(clock.instant(), view.endsAt()));
                show(view);
            }
            case RecoveryOutcome.At(RecoveryView view) -> show(view);
            case RecoveryOutcome.WrongCode(int left) -> {
                if (step instanceof RecoveryCode code) {
                    code.wrong(getTranslation("code.wrong", formats.number(left)));
                }
            }
            case RecoveryOutcome.CodeExpired() -> step.fail(getTranslation("code.expired"));
            case RecoveryOutcome.Weak(List<RuleCheck> broken) -> {
                if (step instanceof RecoveryPassword password) {
                    password.weak(broken);
                }
            }
            case RecoveryOutcome.Recovered(DeviceKey device) -> {
                browser.remember(device);
                show(recovery.resume(begun()));
            }
            case RecoveryOutcome.Wait(Duration wait) -> step.wait(clock, wait);
            case RecoveryOutcome.BankUnavailable() -> step.fail(getTranslation("process.bank-unavailable"));
        }
    }

    private void show(RecoveryView view) {
        switch (view) {
            case RecoveryView.AwaitingCode(RecoveryKind kind, CodeSent sent, Instant endsAt) ->
                stage(new RecoveryCode(
                        clock, sent, code -> handle(recovery.code(begun(), code)), this::resend, this::beginAgain));
            case RecoveryView.AwaitingPassword(String userName, Instant endsAt) ->
                stage(new RecoveryPassword(
                        userName,
                        typed -> recovery.check(begun(), typed),
                        password -> handle(recovery.newPassword(begun(), new Password(password), browser.address()))));
            case RecoveryView.Done(RecoveryKind kind, String userName) -> done(kind, userName);
            case RecoveryView.Ended() -> ended();
        }
    }

    private void resend() {
        switch (recovery.resend(begun(), browser.address())) {
            case ResendOutcome.Sent(CodeSent sent) -> {
                if (step instanceof RecoveryCode code) {
                    code.sent(sent);
                }
            }
            case ResendOutcome.Wait(Duration wait) -> step.wait(clock, wait);
            case ResendOutcome.Ended() -> show(recovery.resume(begun()));
        }
    }

    private void done(RecoveryKind kind, String userName) {
        browser.forgetProcess(COOKIE);
        LtrText name = LtrText.verbatim(userName);
        name.setId("recovery-user-name");
        Anchor signIn = new Anchor("sign-in", getTranslation("sign-in.submit"));
        signIn.setId("recovery-to-sign-in");
        signIn.addClassNames("button-link", "button-link-primary");
        signIn.setRouterIgnore(true);
        boolean password = kind == RecoveryKind.PASSWORD;
        StatePanel panel = StatePanel.success(
                getTranslation(password ? "recovery.done.password" : "recovery.done.user-name"),
                password ? getTranslation("recovery.done.ended") : "");
        panel.add(new Paragraph(new Span(getTranslation("recovery.your-user-name") + " "), name));
        result(panel.with(signIn));
    }

    private void ended() {
        browser.forgetProcess(COOKIE);
        result(StatePanel.empty(
                        Glyph.ACTIVITY, getTranslation("recovery.ended.title"), getTranslation("recovery.ended.text"))
                .with(Keys.quiet("recovery-begin-again", "sign-up.begin-again", this::beginAgain)));
    }

    private void stage(StepForm form) {
        step = form;
        stage.removeAll();
        stage.add(form);
    }

    private void result(StatePanel panel) {
        panel.setId("recovery-result");
        stage.removeAll();
        stage.add(panel);
    }

    private RecoveryKey begun() {
        return Objects.requireNonNull(key, "a later step is only shown for a process that has begun");
    }
}
