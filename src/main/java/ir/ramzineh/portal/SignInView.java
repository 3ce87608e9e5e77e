package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.PlainForm;
import java.time.Clock;

/** The entry page (S1.1): user name and password, and the way to «ثبت نام». A plain form, so that browsers can fill it. */
@Route(value = "sign-in", layout = PublicLayout.class)
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Clock clock;
    private final transient SignedInCustomer customer;
    private final Div messages = new Div();

    SignInView(Clock clock, SignedInCustomer customer) {
        this.clock = clock;
        this.customer = customer;
        addClassNames("surface", "entry");
        TextField userName = new TextField(getTranslation("sign-in.user-name"));
        userName.setId("sign-in-user-name");
        userName.addClassName("ltr-input");
        userName.setRequired(true);
        NativeInput.attributes(
                userName,
                "name",
                "username",
                "autocomplete",
                "username",
                "autocapitalize",
                "none",
                "spellcheck",
                "false");
        PasswordField password = new PasswordField(getTranslation("sign-in.password"));
        password.setId("sign-in-password");
        password.addClassName("ltr-input");
        password.setRequired(true);
        NativeInput.attributes(password, "name", "password", "autocomplete", "current-password");

        PlainForm form = new PlainForm("sign-in-form", "sign-in");
        form.add(userName, password, form.submit("sign-in-submit", getTranslation("sign-in.submit")));

        Anchor forgotten = new Anchor("recovery", getTranslation("sign-in.forgotten"));
        forgotten.setId("sign-in-forgotten");
        Anchor signUp = new Anchor("sign-up", getTranslation("sign-in.sign-up"));
        signUp.setId("sign-in-sign-up");
        signUp.addClassName("button-link");
        Paragraph first = new Paragraph(getTranslation("sign-in.new-here"));
        first.addClassName("hint");
        Div others = new Div(forgotten, first, signUp);
        others.addClassName("entry-others");
        add(new H1(getTranslation("sign-in.title")), messages, form, others);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // A page of before the sign-in loads itself anew when its session is replaced, sometimes before the browser has
        // gone on to the first page: whoever is in already goes on from here.
        if (customer.id().isPresent()
                && event.getLocation().getQueryParameters().getParameters().isEmpty()) {
            event.forwardTo(HomeView.class);
            return;
        }
        messages.removeAll();
        SignInMessages.of(event.getLocation().getQueryParameters(), clock).ifPresent(messages::add);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("sign-in.title");
    }
}
