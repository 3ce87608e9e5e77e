package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.branchconsole.ApprovalPanel;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staff.WaitingInvitation;
import ir.ramzineh.staffchange.StaffProposals;
import ir.ramzineh.ui.Notice;
import java.util.Optional;

/**
 * For who approved a new member or a reset: draws the invitation when the member is there to take it. If the code
 * did not arrive, because the connection broke or the page was closed, another takes its place until one is used: no code is
 * kept to be shown again.
 */
@org.springframework.stereotype.Component
class InvitationSection implements ApprovalPanel {
    private final StaffProposals proposals;
    private final StaffAdministration administration;
    private final SignedInStaff signedIn;

    InvitationSection(StaffProposals proposals, StaffAdministration administration, SignedInStaff signedIn) {
        this.proposals = proposals;
        this.administration = administration;
        this.signedIn = signedIn;
    }

    @Override
    public Optional<Component> create(Approval approval) {
        return proposals.invitable(signedIn.require(), approval).map(waiting -> section(approval, waiting));
    }

    private Component section(Approval approval, WaitingInvitation waiting) {
        Div place = new Div();
        place.setId("invitation-place");
        String key = waiting.again() ? "people.invitation.again" : "people.invitation.draw";
        Paragraph text = new Paragraph(place.getTranslation(
                key + ".text", waiting.member().name().in(UI.getCurrentOrThrow().getLocale())));
        Button draw = new Button(place.getTranslation(key));
        draw.setId(waiting.again() ? "invitation-draw-again" : "invitation-draw");
        if (!waiting.again()) {
            draw.addThemeNames("primary");
        }
        draw.setDisableOnClick(true);
        draw.addClickListener(click -> {
            place.removeAll();
            place.add(drawn(approval, waiting));
        });
        Section section = new Section(new H2(place.getTranslation("people.invitation.draw.title")), text, draw);
        section.addClassName("surface");
        place.add(section);
        return place;
    }

    private Component drawn(Approval approval, WaitingInvitation waiting) {
        return proposals
                .invitation(signedIn.require(), approval, waiting)
                .<Component>map(invited -> new InvitationPanel(
                        invited.member().userName(), invited.code(), administration.invitationLife()))
                .orElseGet(() -> {
                    Notice gone = new Notice(Notice.Kind.WARNING, "");
                    gone.removeAll();
                    gone.add(new Paragraph(gone.getTranslation("people.invitation.gone")));
                    gone.setId("invitation-gone");
                    return gone;
                });
    }
}
