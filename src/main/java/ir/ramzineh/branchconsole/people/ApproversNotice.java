package ir.ramzineh.branchconsole.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import ir.ramzineh.staff.Approvers;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import java.util.Optional;

/** Says before a proposal that nobody could approve it, and what to do: the way out is the operator's command. */
final class ApproversNotice {
    static final String FIRST = "--staff.first-administrator=<user-name> --staff.national-id=<digits>"
            + " --staff.name-fa=<name> --staff.name-en=<name>";
    static final String RECOVER = FIRST + " --staff.recover";

    private ApproversNotice() {}

    /** @param member what the member is called whom it would be about; empty where it is about somebody new */
    static Optional<Component> of(Approvers approvers, String member) {
        return switch (approvers) {
            case SOMEBODY -> Optional.empty();
            case NOBODY -> Optional.of(notice("people.approvers.nobody", "", FIRST));
            case NOT_SET_UP -> Optional.of(notice("people.approvers.not-set-up", "", RECOVER));
            case ONLY_THE_MEMBER -> Optional.of(notice("people.approvers.only-the-member", member, RECOVER));
        };
    }

    private static Component notice(String key, String member, String command) {
        LtrText typed = LtrText.verbatim(command);
        typed.setId("people-approvers-command");
        typed.addClassName("branch-command");
        Notice notice = new Notice(
                Notice.Kind.WARNING,
                new Paragraph(I18NProvider.translate(key, member)),
                new Paragraph(I18NProvider.translate(key + ".operator", member)),
                new Paragraph(typed));
        notice.setId("people-approvers");
        return notice;
    }
}
