package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import ir.ramzineh.administration.Jobs;
import ir.ramzineh.administration.NodeWatch;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Texts;
import jakarta.annotation.security.RolesAllowed;

/** The nodes with their clocks, and the recurring work. */
@Route(value = "branch/administration/jobs", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.JOBS_VIEW, order = 85, text = "office.jobs", glyph = Glyph.ACTIVITY)
@StyleSheet("ramzineh/branch-office.css")
class JobsView extends OfficePage {
    private static final long serialVersionUID = 1L;

    private final transient Jobs jobs;
    private final transient NodeWatch nodes;
    private final transient SignedInStaff staff;
    private final transient StaffId who;

    JobsView(Jobs jobs, NodeWatch nodes, SignedInStaff staff) {
        super("office.jobs", "office.jobs.intro");
        this.jobs = jobs;
        this.nodes = nodes;
        this.staff = staff;
        this.who = staff.require();
        refresh();
        add(row(button("jobs-refresh", "office.refresh", () -> deed(() -> {}))));
    }

    @Override
    protected void refresh() {
        content.removeAll();
        content.add(nodes(), jobs());
    }

    private Component nodes() {
        BranchTable table = new BranchTable(
                "node-table",
                getTranslation("office.nodes.caption"),
                getTranslation("office.node"),
                getTranslation("webhook.state"),
                getTranslation("office.node.started"),
                getTranslation("office.node.seen"),
                getTranslation("office.node.apart"),
                getTranslation("office.node.profiles"));
        nodes.nodes(who)
                .forEach(each -> table.row(
                        LtrText.verbatim(each.name()),
                        each.gone()
                                ? BranchTable.badge(getTranslation("office.node.gone"), "bad")
                                : BranchTable.badge(
                                        getTranslation(each.here() ? "office.node.here" : "office.node.there"), "good"),
                        BranchTable.moment(time(each.startedAt())),
                        BranchTable.moment(time(each.seenAt())),
                        BranchTable.text(getTranslation(
                                "office.sms.millis", number(each.apart().toMillis()))),
                        each.profileProblem() == null
                                ? LtrText.verbatim(each.profiles())
                                : BranchTable.badge(getTranslation("office.node.profiles.broken"), "bad")));
        return table;
    }

    private Component jobs() {
        BranchTable table = new BranchTable(
                "job-table",
                getTranslation("office.jobs.caption"),
                getTranslation("office.job"),
                getTranslation("office.job.next"),
                getTranslation("office.job.succeeded"),
                getTranslation("office.job.failed"),
                getTranslation("office.job.failures"),
                getTranslation("office.job.node"),
                getTranslation("office.deeds"));
        boolean may = staff.may(Permission.JOBS_RUN);
        Texts texts = Texts.of(getLocale());
        jobs.all(who)
                .forEach(each -> table.row(
                        BranchTable.named(texts, "office.job.of." + each.name(), each.name()),
                        BranchTable.moment(time(each.next())),
                        BranchTable.moment(time(each.succeeded())),
                        BranchTable.moment(time(each.failed())),
                        each.failures() == 0
                                ? BranchTable.text(number(0))
                                : BranchTable.badge(number(each.failures()), "bad"),
                        each.node() == null ? BranchTable.text(null) : LtrText.verbatim(each.node()),
                        may
                                ? button("job-run-" + each.name(), "office.job.run", () -> deed(() -> run(each.name())))
                                : BranchTable.text(null)));
        return table;
    }

    private void run(String name) {
        if (!jobs.runNow(who, name)) {
            throw new InvalidValueException("error.job.running");
        }
        done("office.job.moved");
    }
}
