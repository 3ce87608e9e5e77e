package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import ir.ramzineh.staff.StaffAccount;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffWarning;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Notice;
import java.util.Optional;

/** On top of every page until it was read: somebody knows this member's password and typed wrong codes. */
final class CodeWarning {
    private CodeWarning() {}

    static Optional<Component> of(StaffId member, StaffAccount account) {
        return account.warning(member).map(warning -> notice(member, account, warning));
    }

    private static Component notice(StaffId member, StaffAccount account, StaffWarning warning) {
        Formats formats = Formats.current();
        Paragraph text = new Paragraph(I18NProvider.translate(
                "branch.code-warning", formats.number(warning.failures()), formats.dateTime(warning.last())));
        Paragraph advice = new Paragraph(
                I18NProvider.translate(warning.taken() ? "branch.code-warning.taken" : "branch.code-warning.advice"));
        Anchor change = new Anchor("branch/account", I18NProvider.translate("branch.code-warning.change"));
        change.setId("code-warning-change");
        Button read = new Button(I18NProvider.translate("branch.code-warning.read"));
        read.setId("code-warning-read");
        Div row = new Div(change, read);
        row.addClassName("button-row");
        Notice notice = new Notice(Notice.Kind.WARNING, text, advice, row);
        notice.setId("code-warning");
        read.addClickListener(click -> {
            account.readWarning(member);
            notice.removeFromParent();
        });
        return notice;
    }
}
