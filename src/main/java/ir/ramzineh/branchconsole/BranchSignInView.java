package ir.ramzineh.branchconsole;

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
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.PlainForm;
import java.time.Clock;

/** The door of staff: user name, password and the code of the authenticator in one plain form. */
@Route(value = "branch/sign-in", layout = BranchDoorLayout.class)
@AnonymousAllowed
class BranchSignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int CODE_DIGITS = 6;

    private final transient Clock clock;
    private final transient SignedInStaff staff;
    private final Div messages = new Div();

    BranchSignInView(Clock clock, DirectorySignIn directory, SignedInStaff staff) {
        this.clock = clock;
        this.staff = staff;
        addClassNames("surface", "entry");
        TextField userName = new TextField(getTranslation("sign-in.user-name"));
        userName.setId("branch-user-name");
        userName.addClassName("ltr-input");
        userName.setRequired(true);
        userName.setAutofocus(true);
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
        password.setId("branch-password");
        password.addClassName("ltr-input");
        password.setRequired(true);
        NativeInput.attributes(password, "name", "password", "autocomplete", "current-password");
        CodeField code = new CodeField(getTranslation("branch.sign-in.code"), CODE_DIGITS, CODE_DIGITS);
        code.setId("branch-code");
        code.setRequired(true);
        NativeInput.attributes(code, "name", "code");

        PlainForm form = new PlainForm("branch-sign-in-form", "branch/sign-in");
        form.add(userName, password, code, form.submit("branch-sign-in-submit", getTranslation("sign-in.submit")));

        Anchor enrol = new Anchor("branch/enrol", getTranslation("branch.sign-in.enrol"));
        enrol.setId("branch-enrol-link");
        enrol.addClassName("button-link");
        Paragraph first = new Paragraph(getTranslation("branch.sign-in.first-time"));
        first.addClassName("hint");
        Div others = new Div(first, enrol);
        others.addClassName("entry-others");
        add(new H1(getTranslation("branch.sign-in.title")), messages, form);
        directory.providers().forEach(provider -> {
            Anchor link = new Anchor(provider.path(), getTranslation("branch.sign-in.directory", provider.name()));
            link.setId("branch-directory");
            link.setRouterIgnore(true);
            link.addClassNames("button-link", "branch-directory");
            add(link);
        });
        add(others);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // A page of before the sign-in loads itself anew when its session is replaced, sometimes before the browser has
        // gone on to the first page: whoever is in already goes on from here.
        if (staff.id().isPresent()
                && event.getLocation().getQueryParameters().getParameters().isEmpty()) {
            event.forwardTo(BranchHomeView.class);
            return;
        }
        messages.removeAll();
        BranchSignInMessages.of(event.getLocation().getQueryParameters(), clock).ifPresent(messages::add);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("branch.sign-in.title");
    }
}
