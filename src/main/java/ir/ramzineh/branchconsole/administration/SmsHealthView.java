package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import ir.ramzineh.administration.SmsDesk;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.sms.SmsHealth;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How messages fare: the queue, and each provider in the last day. */
@Route(value = "branch/administration/sms", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.SMS_HEALTH_VIEW, order = 83, text = "office.sms", glyph = Glyph.MESSAGE)
@StyleSheet("ramzineh/branch-office.css")
class SmsHealthView extends OfficePage {
    private static final long serialVersionUID = 1L;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final transient SmsDesk sms;
    private final transient StaffId who;

    SmsHealthView(SmsDesk sms, SignedInStaff staff) {
        super("office.sms", "office.sms.intro");
        this.sms = sms;
        this.who = staff.require();
        refresh();
        add(row(button("sms-refresh", "office.refresh", () -> deed(() -> {}))));
    }

    @Override
    protected void refresh() {
        content.removeAll();
        SmsHealth.Queue queue = sms.queue(who);
        Paragraph waiting = new Paragraph(
                queue.waiting() == 0
                        ? getTranslation("office.sms.queue.empty", number(queue.expired()))
                        : getTranslation(
                                "office.sms.queue",
                                number(queue.waiting()),
                                time(queue.oldest()),
                                number(queue.expired())));
        waiting.setId("sms-queue");
        content.add(section("office.sms.waiting", waiting));
        List<SmsHealth.Provider> all = sms.providers(who);
        BranchTable table = new BranchTable(
                "sms-table",
                getTranslation("office.sms.caption"),
                getTranslation("office.sms.provider"),
                getTranslation("webhook.state"),
                getTranslation("office.sms.submitted"),
                getTranslation("office.sms.delivered"),
                getTranslation("office.sms.failed"),
                getTranslation("office.sms.median"),
                getTranslation("office.sms.slow"));
        all.forEach(each -> table.row(
                LtrText.verbatim(each.name()),
                each.leftAlone()
                        ? BranchTable.badge(getTranslation("office.sms.left-alone"), "bad")
                        : each.ready()
                                ? BranchTable.badge(getTranslation("office.sms.ready"), "good")
                                : BranchTable.badge(getTranslation("office.sms.away"), "bad"),
                BranchTable.text(number(each.submitted())),
                BranchTable.text(number(each.delivered())),
                BranchTable.text(number(each.failed())),
                BranchTable.text(delay(each.median())),
                BranchTable.text(delay(each.slow()))));
        content.add(table);
    }

    private @Nullable String delay(@Nullable Duration delay) {
        if (delay == null) {
            return null;
        }
        return delay.toMillis() < MILLIS_PER_SECOND
                ? getTranslation("office.sms.millis", number(delay.toMillis()))
                : Formats.current().duration(delay);
    }
}
