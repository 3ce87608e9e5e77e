package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import ir.ramzineh.credential.ChangeOutcome;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.gatewaytoken.OwnGatewayTokens;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.meter.ReminderOptOut;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Language;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Preferences;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The customer's own account: who it is, the password, when a code is asked for, the language. */
@Route(value = "security", layout = PortalLayout.class)
@Menu(title = "nav.security", icon = "SHIELD", order = 11)
@StyleSheet("ramzineh/account.css")
@RolesAllowed("CUSTOMER")
class SecurityView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Customers customers;
    private final transient Credentials credentials;
    private final transient BrowserTraces browser;
    private final transient ReminderOptOut optOut;
    private final transient OwnGatewayTokens gatewayTokens;
    private final Div codeAtSignIn = new Div();
    private final CustomerId customer;

    SecurityView(
            Customers customers,
            Credentials credentials,
            BrowserTraces browser,
            ReminderOptOut optOut,
            OwnGatewayTokens gatewayTokens,
            SignedInCustomer signedIn) {
        this.customers = customers;
        this.credentials = credentials;
        this.browser = browser;
        this.optOut = optOut;
        this.gatewayTokens = gatewayTokens;
        this.customer = signedIn.require();
        Customer profile = customers
                .byId(customer)
                .orElseThrow(() -> new IllegalStateException("a signed-in customer has a profile"));
        addClassName("security");
        showCodeAtSignIn();
        add(
                new H1(getTranslation("security.title")),
                who(profile),
                devices(),
                codeAtSignIn,
                new GatewayTokensPanel(gatewayTokens, customer, this::showCodeAtSignIn),
                password(),
                reminders(),
                language());
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("security.title");
    }

    private Component who(Customer profile) {
        String userName = credentials.userName(customer).map(UserName::text).orElse("");
        LtrText name = LtrText.verbatim(userName);
        name.setId("security-user-name");
        LtrText mobile = new LtrText(profile.mobile().masked());
        mobile.setId("security-mobile");
        Paragraph hint = new Paragraph(getTranslation("security.mobile.hint"));
        hint.addClassName("hint");
        return section(
                "security.who",
                new Paragraph(new Span(getTranslation("sign-in.user-name") + ": "), name),
                new Paragraph(new Span(getTranslation("field.mobile") + ": "), mobile),
                hint);
    }

    private Component devices() {
        Anchor all = new Anchor("devices", getTranslation("security.devices.link"));
        all.setId("security-devices");
        return section("security.devices", all);
    }

    /** With a token linked to the sign-in its code stands in the place of the SMS, and the choice holds for that code. */
    private void showCodeAtSignIn() {
        Customer profile = customers.byId(customer).orElseThrow();
        Optional<GatewayToken> linked = gatewayTokens.of(customer).stream()
                .filter(token -> token.scopes().contains(LinkScope.SIGN_IN))
                .findFirst();
        codeAtSignIn.removeAll();
        if (linked.isEmpty()) {
            codeAtSignIn.add(section("security.code", secondFactor(profile, "security.code")));
            return;
        }
        Paragraph instead = new Paragraph(new Span(getTranslation("security.token-code.instead") + " "));
        instead.add(new LtrText("•••• " + linked.get().lastFour()));
        instead.setId("security-token-code");
        Paragraph back = new Paragraph(getTranslation("security.token-code.back"));
        back.addClassName("hint");
        codeAtSignIn.add(section("security.token-code", instead, secondFactor(profile, "security.token-code"), back));
    }

    private Component secondFactor(Customer profile, String key) {
        RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>(getTranslation(key + ".question"));
        choice.setId("security-second-factor");
        choice.setItems(false, true);
        choice.setItemLabelGenerator(
                always -> getTranslation(always ? "security.code.always" : "security.code.new-device"));
        choice.setValue(profile.secondFactorAlways());
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                customers.setSecondFactorAlways(customer, event.getValue());
                Toast.success(getTranslation("security.saved"));
            }
        });
        return choice;
    }

    private Component password() {
        PasswordField old = new PasswordField(getTranslation("password.old"));
        old.setId("security-old-password");
        old.addClassName("ltr-input");
        NativeInput.attributes(old, "autocomplete", "current-password");
        NewPasswordFields wanted = new NewPasswordFields("security", typed -> credentials.check(customer, typed));
        Button change = new Button(
                getTranslation("security.password.submit"),
                click -> wanted.password().ifPresent(password -> change(old, wanted, password)));
        change.setId("security-change-password");
        change.addThemeVariants(ButtonVariant.PRIMARY);
        Paragraph remains = new Paragraph(getTranslation("security.password.remains"));
        remains.addClassName("hint");
        return section("security.password", old, wanted, remains, change);
    }

    private void change(PasswordField old, NewPasswordFields wanted, String password) {
        ChangeOutcome outcome = credentials.changePassword(
                customer,
                new Password(old.getValue()),
                new Password(password),
                browser.address(),
                browser.device().orElse(null));
        switch (outcome) {
            case ChangeOutcome.Changed() -> {
                old.clear();
                old.setInvalid(false);
                wanted.clear();
                Toast.success(getTranslation("security.password.changed"));
            }
            case ChangeOutcome.OldPasswordWrong() ->
                FieldErrors.show(old, getTranslation("security.password.old-wrong"));
            case ChangeOutcome.Weak(var broken) -> wanted.weak(broken);
            case ChangeOutcome.Wait(var wait) ->
                FieldErrors.show(
                        old,
                        getTranslation("process.wait-for", Formats.current().duration(wait)));
        }
    }

    private Component reminders() {
        RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>(getTranslation("security.reminders.question"));
        choice.setId("security-reminders");
        choice.setItems(false, true);
        choice.setItemLabelGenerator(
                none -> getTranslation(none ? "security.reminders.none" : "security.reminders.sent"));
        choice.setValue(optOut.is(customer));
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                optOut.set(customer, event.getValue());
                Toast.success(getTranslation("security.saved"));
            }
        });
        return section("security.reminders", choice);
    }

    private Component language() {
        RadioButtonGroup<Language> choice = new RadioButtonGroup<>(getTranslation("security.language.question"));
        choice.setId("security-language");
        choice.setItems(Language.FA, Language.EN);
        choice.setItemLabelGenerator(language -> getTranslation("security.language." + language.locale()));
        choice.setValue(Language.of(getLocale()));
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                customers.setLocale(customer, event.getValue().locale());
                getUI().ifPresent(ui -> Preferences.choose(event.getValue(), ui));
            }
        });
        return section("security.language", choice);
    }

    private Component section(String key, Component... content) {
        Section section = new Section(new H2(getTranslation(key + ".title")));
        section.add(content);
        section.addClassName("surface");
        return section;
    }
}
