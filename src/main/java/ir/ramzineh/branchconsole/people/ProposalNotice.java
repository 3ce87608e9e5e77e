package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.Toast;

/** A change of a member that waits for another administrator. */
final class ProposalNotice {
    private ProposalNotice() {}

    /** Says so on the member's page. */
    static Component of(Approval approval) {
        ApprovalWords words = ApprovalWords.of(UI.getCurrentOrThrow().getLocale());
        Anchor link = new Anchor("branch/approvals/" + approval.id().value(), words.kind(approval));
        Paragraph text = new Paragraph(link);
        text.add(" · "
                + I18NProvider.translate(
                        "people.waits",
                        words.member(approval.maker()),
                        words.formats().dateTime(approval.expiresAt())));
        Notice notice = new Notice(Notice.Kind.INFO, text);
        notice.setId("person-waits-" + approval.id().value());
        return notice;
    }

    /** Leads to a proposal that was just made. */
    static void open(Component page, ApprovalId id) {
        page.getUI().ifPresent(ui -> ui.navigate("branch/approvals/" + id.value()));
        Toast.success(I18NProvider.translate("people.proposed"));
    }
}
