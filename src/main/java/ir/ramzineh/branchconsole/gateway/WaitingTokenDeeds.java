package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import java.util.List;

/** Deeds about a customer's tokens that were proposed and wait for a second member of staff (S10.4). */
final class WaitingTokenDeeds {
    private WaitingTokenDeeds() {}

    /** @param proposed what was proposed about the customer and waits, at least */
    static List<Component> notices(List<Approval> proposed) {
        ApprovalWords words = ApprovalWords.of(UI.getCurrentOrThrow().getLocale());
        return proposed.stream()
                .filter(words::isWaitingAboutToken)
                .map(one -> notice(one, words))
                .toList();
    }

    private static Component notice(Approval approval, ApprovalWords words) {
        Anchor link = new Anchor("branch/approvals/" + approval.id().value(), words.kind(approval));
        Paragraph text = new Paragraph(link);
        text.add(" ");
        text.add(new LtrText(approval.proposal().facts().getOrDefault("serial", "")));
        text.add(" · "
                + I18NProvider.translate(
                        "gateway.waits",
                        words.member(approval.maker()),
                        words.formats().dateTime(approval.expiresAt())));
        Notice notice = new Notice(Notice.Kind.INFO, text);
        notice.setId("gateway-waits-" + approval.id().value());
        return notice;
    }
}
