package ir.ramzineh.branchconsole.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What waits for a second person of the own branch, the oldest first. */
@Route(value = "branch/approvals", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(
        permission = Permission.APPROVAL_VIEW,
        or = Permission.STAFF_APPROVE,
        order = 20,
        text = "approvals.title",
        glyph = Glyph.CHECK)
@StyleSheet("ramzineh/branch-approvals.css")
class ApprovalsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MAX = 100;

    private final transient ApprovalWords words = ApprovalWords.of(getLocale());

    ApprovalsView(Approvals approvals, Customers customers, SignedInStaff staff, Clock clock) {
        setId("approvals");
        addClassName("branch-page");
        Paragraph hint = new Paragraph(getTranslation("approvals.hint"));
        hint.addClassName("hint");
        add(new Div(new H1(getTranslation("approvals.title")), hint));
        List<Approval> waiting = approvals.waiting(staff.require(), SHOWN_MAX);
        add(
                waiting.isEmpty()
                        ? StatePanel.empty(
                                Glyph.CHECK, getTranslation("approvals.none"), getTranslation("approvals.none.text"))
                        : table(waiting, customers, clock));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("approvals.title");
    }

    private Component table(List<Approval> waiting, Customers customers, Clock clock) {
        BranchTable table = new BranchTable(
                "approvals-waiting",
                getTranslation("approvals.caption", words.formats().number(waiting.size())),
                Stream.of("what", "about", "maker", "since", "until")
                        .map(head -> getTranslation("approvals.column." + head))
                        .toArray(String[]::new));
        waiting.forEach(one -> row(table, one, customers, clock));
        return table;
    }

    private void row(BranchTable table, Approval one, Customers customers, Clock clock) {
        Anchor link = new Anchor("branch/approvals/" + one.id().value(), words.kind(one));
        link.setId("approval-" + one.id().value());
        CustomerId about = one.proposal().customer();
        String customer = about == null
                ? words.member(one).orElseGet(() -> getTranslation("approvals.nobody"))
                : customers
                        .byId(about)
                        .map(found -> found.name().in(getLocale()))
                        .orElse("");
        table.row(
                link,
                BranchTable.text(customer),
                BranchTable.text(words.member(one.maker())),
                BranchTable.text(words.formats().ago(one.proposedAt(), clock.instant())),
                BranchTable.text(words.formats().dateTime(one.expiresAt())));
    }
}
