package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.staff.StaffEnrolment;
import ir.ramzineh.staff.StaffEnrolment.Enrolment;
import ir.ramzineh.staff.StaffEnrolment.Opened;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import java.time.Duration;

/**
 * Setting up the own sign-in: the invitation first, then password and authenticator together. What is under way lives in
 * this page alone; a page that is left begins anew with the same invitation.
 */
@Route(value = "branch/enrol", layout = BranchDoorLayout.class)
@AnonymousAllowed
class EnrolView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int TEXT_LENGTH_MAX = 64;

    private final transient StaffEnrolment enrolments;
    private final Div message = new Div();
    private final TextField userName = new TextField(getTranslation("sign-in.user-name"));
    private final TextField invitation = new TextField(getTranslation("branch.enrol.invitation"));

    EnrolView(StaffEnrolment enrolments) {
        this.enrolments = enrolments;
        addClassNames("surface", "entry");
        userName.setId("enrol-user-name");
        userName.setAutofocus(true);
        invitation.setId("enrol-invitation");
        for (TextField field : new TextField[] {userName, invitation}) {
            field.addClassName("ltr-input");
            field.setRequired(true);
            field.setMaxLength(TEXT_LENGTH_MAX);
            NativeInput.attributes(field, "autocomplete", "off", "autocapitalize", "none", "spellcheck", "false");
        }
        Button next = new Button(getTranslation("action.next"), click -> open());
        next.setId("enrol-next");
        next.addThemeNames("primary");
        next.addClickShortcut(Key.ENTER);
        Anchor back = new Anchor("branch/sign-in", getTranslation("branch.enrol.back"));
        back.setId("enrol-back");
        Div form = new Div(userName, invitation, next);
        form.addClassName("step-form");
        Div others = new Div(back);
        others.addClassName("entry-others");
        add(
                new H1(getTranslation("branch.enrol.title")),
                new Paragraph(getTranslation("branch.enrol.text")),
                message,
                form,
                others);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("branch.enrol.title");
    }

    private void open() {
        ClientAddress address = new ClientAddress(VaadinRequest.getCurrent().getRemoteAddr());
        switch (enrolments.open(userName.getValue(), invitation.getValue(), address)) {
            case Opened.Begun(Enrolment enrolment) -> {
                removeAll();
                add(new EnrolStep(enrolments, enrolment, this::done, this::over));
            }
            case Opened.Refused() -> say("branch.enrol.refused");
            case Opened.Wait(Duration left) ->
                say("branch.enrol.wait", Formats.current().duration(left));
        }
    }

    private void done() {
        UI.getCurrentOrThrow().getPage().setLocation("branch/sign-in?enrolled");
    }

    private void over() {
        UI.getCurrentOrThrow().getPage().setLocation("branch/enrol");
    }

    private void say(String key, Object... args) {
        message.removeAll();
        Notice notice = new Notice(Notice.Kind.ERROR, getTranslation(key, args));
        notice.setId("enrol-message");
        notice.getElement().setAttribute("role", "alert");
        message.add(notice);
    }
}
