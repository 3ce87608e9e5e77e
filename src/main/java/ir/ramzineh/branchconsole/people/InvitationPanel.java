package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.staff.InvitationCode;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import java.time.Duration;

/** An invitation, shown this once: what to hand over, and what the colleague does with it. */
class InvitationPanel extends Div {
    private static final long serialVersionUID = 1L;

    InvitationPanel(String userName, InvitationCode code, Duration life) {
        setId("invitation");
        addClassName("surface");
        getElement().setAttribute("role", "status");
        LtrText secret = LtrText.verbatim(code.grouped());
        secret.setId("invitation-code");
        secret.addClassName("branch-secret");
        Div frame = new Div(secret);
        frame.addClassName("branch-centre");
        Paragraph once = new Paragraph(
                getTranslation("people.invitation.once", Formats.current().duration(life)));
        OrderedList steps = new OrderedList(
                new ListItem(getTranslation("people.invitation.step1")),
                new ListItem(getTranslation("people.invitation.step2", userName)),
                new ListItem(getTranslation("people.invitation.step3")));
        add(new H2(getTranslation("people.invitation.title")), once, frame, steps);
    }
}
