package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.credential.CodeSent;
import ir.ramzineh.credential.DeviceKey;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.customer.TermsVersion;
import ir.ramzineh.portal.BrowserTraces;
import ir.ramzineh.portal.PublicLayout;
import ir.ramzineh.registration.RegistrationKey;
import ir.ramzineh.registration.RegistrationOutcome;
import ir.ramzineh.registration.RegistrationView;
import ir.ramzineh.registration.Registrations;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sign-up in four steps (S1.1 to S1.10). The page only shows where the stored process stands; its key is a cookie of
 * this browser, so that a reload, Back, a second tab and a restart all come to the same step.
 */
@Route(value = "sign-up", layout = PublicLayout.class)
@StyleSheet("ramzineh/sign-up.css")
@AnonymousAllowed
class SignUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String COOKIE = "ramzineh-sign-up";

    private final transient Registrations registrations;
    private final transient Terms terms;
    private final transient BrowserTraces browser;
    private final transient BankMarks banks;
    private final transient Clock clock;
    private final Progress progress = new Progress();
    private final Div stage = new Div();
    private final Formats formats = Formats.current();
    private StepForm step = new StepForm("", "");
    private transient @Nullable RegistrationKey key;

    SignUpView(Registrations registrations, Terms terms, BrowserTraces browser, BankMarks banks, Clock clock) {
        this.registrations = registrations;
        this.terms = terms;
        this.browser = browser;
        this.banks = banks;
        this.clock = clock;
        addClassNames("surface", "sign-up");
        add(new H1(getTranslation("sign-up.title")), progress, stage);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = browser.processKey(COOKIE).map(RegistrationKey::new).orElse(null);
        if (key == null) {
            begin();
        } else {
            show(registrations.resume(key));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("sign-up.title");
    }

    private void begin() {
        stage(
                1,
                new SignUpStart((nationalId, mobile) ->
                        handle(registrations.begin(nationalId, mobile, browser.address(), getLocale()))));
    }

    private void beginAgain() {
        browser.forgetProcess(COOKIE);
        key = null;
        begin();
    }

    private void handle(RegistrationOutcome outcome) {
        switch (outcome) {
            case RegistrationOutcome.Begun(RegistrationKey begun, RegistrationView.AwaitingActivation view) -> {
                key = begun;
                browser.keepProcessKey(COOKIE, begun.reveal(), Duration.between(clock.instant(), view.endsAt()));
                show(view);
            }
            case RegistrationOutcome.At(RegistrationView view) -> show(view);
            case RegistrationOutcome.WrongActivation(int left) -> {
                if (step instanceof SignUpActivation activation) {
                    activation.wrong(getTranslation("sign-up.activation.wrong", formats.number(left)));
                }
            }
            case RegistrationOutcome.ActivationExpired() -> step.fail(getTranslation("code.expired"));
            case RegistrationOutcome.WrongCard(int left) -> {
                if (step instanceof SignUpCard card) {
                    card.wrong(left);
                }
            }
            case RegistrationOutcome.TermsOutdated() -> {
                terms();
                step.fail(getTranslation("sign-up.terms.outdated"));
            }
            case RegistrationOutcome.UserNameTaken() -> {
                if (step instanceof SignUpCredentials credentials) {
                    credentials.userNameTaken();
                }
            }
            case RegistrationOutcome.Weak(List<RuleCheck> broken) -> {
                if (step instanceof SignUpCredentials credentials) {
                    credentials.weak(broken);
                }
            }
            case RegistrationOutcome.Completed(DeviceKey device) -> {
                browser.remember(device);
                welcome();
            }
            case RegistrationOutcome.Wait(Duration wait) -> step.wait(clock, wait);
            case RegistrationOutcome.BankUnavailable() -> step.fail(getTranslation("process.bank-unavailable"));
        }
    }

    private void show(RegistrationView view) {
        switch (view) {
            case RegistrationView.AwaitingActivation(CodeSent sent, Instant endsAt) -> activation(sent);
            case RegistrationView.AwaitingCard(int triesLeft, Instant endsAt) -> card(triesLeft);
            case RegistrationView.AwaitingTerms(Instant endsAt) -> terms();
            case RegistrationView.AwaitingCredentials(Instant endsAt) -> credentials();
            case RegistrationView.Completed() -> welcome();
            case RegistrationView.Ended(RegistrationView.Reason reason) -> ended(reason);
        }
    }

    private void activation(CodeSent sent) {
        stage(
                2,
                new SignUpActivation(
                        clock,
                        sent,
                        (id, date) -> handle(registrations.confirm(begun(), id, date)),
                        this::resend,
                        this::beginAgain));
    }

    private void resend() {
        switch (registrations.resend(begun(), browser.address())) {
            case ResendOutcome.Sent(CodeSent sent) -> {
                if (step instanceof SignUpActivation activation) {
                    activation.sent(sent);
                }
            }
            case ResendOutcome.Wait(Duration wait) -> step.wait(clock, wait);
            case ResendOutcome.Ended() -> show(registrations.resume(begun()));
        }
    }

    private void card(int triesLeft) {
        stage(3, new SignUpCard(triesLeft, banks::of, card -> handle(registrations.card(begun(), card))));
    }

    private void terms() {
        TermsVersion version = terms.current(getLocale());
        stage(
                4,
                new SignUpTerms(
                        version, () -> handle(registrations.acceptTerms(begun(), version.version(), getLocale()))));
    }

    private void credentials() {
        stage(
                4,
                new SignUpCredentials(
                        (password, userName) -> registrations.checkPassword(begun(), password, userName),
                        (userName, password) ->
                                handle(registrations.complete(begun(), userName, new Password(password)))));
    }

    private void welcome() {
        browser.forgetProcess(COOKIE);
        Anchor signIn = new Anchor("sign-in", getTranslation("sign-up.done.sign-in"));
        signIn.setId("sign-up-to-sign-in");
        signIn.addClassNames("button-link", "button-link-primary");
        // A full page: the sign-in form needs a request-forgery token of a fresh request.
        signIn.setRouterIgnore(true);
        result(StatePanel.success(getTranslation("sign-up.done.title"), getTranslation("sign-up.done.text"))
                .with(signIn));
    }

    private void ended(RegistrationView.Reason reason) {
        browser.forgetProcess(COOKIE);
        String name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        StatePanel panel = StatePanel.empty(
                Glyph.ACTIVITY, getTranslation("sign-up.ended.title"), getTranslation("sign-up.ended." + name));
        if (reason == RegistrationView.Reason.ALREADY_REGISTERED) {
            Anchor recover = new Anchor("recovery", getTranslation("sign-in.forgotten"));
            recover.setId("sign-up-to-recovery");
            recover.addClassName("button-link");
            panel.with(recover);
        } else if (reason != RegistrationView.Reason.CARD_TRIES_USED) {
            panel.with(Keys.quiet("sign-up-begin-again", "sign-up.begin-again", this::beginAgain));
        }
        result(panel);
    }

    private void stage(int number, StepForm form) {
        step = form;
        progress.setVisible(true);
        progress.show(number);
        stage.removeAll();
        stage.add(form);
    }

    private void result(StatePanel panel) {
        panel.setId("sign-up-result");
        progress.setVisible(false);
        stage.removeAll();
        stage.add(panel);
    }

    /** The key of the process all steps but the first belong to. */
    private RegistrationKey begun() {
        return Objects.requireNonNull(key, "a later step is only shown for a process that has begun");
    }
}
