package ir.ramzineh.branchconsole.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.CustomerPanel;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.util.List;
import java.util.function.Predicate;

/**
 * On the page of a customer: what waits for a second person, and what was lately refused or ran out of time, so that
 * whoever serves the customer next knows it. What waits about a token stands beside the token.
 */
@org.springframework.stereotype.Component
class CustomerProposals implements CustomerPanel {
    private final Approvals approvals;
    private final Permissions permissions;

    CustomerProposals(Approvals approvals, Permissions permissions) {
        this.approvals = approvals;
        this.permissions = permissions;
    }

    @Override
    public double order() {
        return 15;
    }

    @Override
    public Component create(CustomerId customer, StaffId who) {
        if (!permissions.may(who, Permission.APPROVAL_VIEW, customer)) {
            return new Div();
        }
        ApprovalWords words = ApprovalWords.of(UI.getCurrentOrThrow().getLocale());
        List<Approval> unsettled = approvals.unsettled(who, customer).stream()
                .filter(Predicate.not(words::isWaitingAboutToken))
                .toList();
        return unsettled.isEmpty() ? new Div() : section(unsettled, words);
    }

    private static Component section(List<Approval> unsettled, ApprovalWords words) {
        Section section = ApprovalSections.section("customer-proposals", "approvals.of-customer");
        section.addClassName("desk-section");
        UnorderedList list = new UnorderedList();
        list.addClassName("desk-lines");
        unsettled.forEach(one -> list.add(item(one, words)));
        section.add(list);
        return section;
    }

    private static ListItem item(Approval one, ApprovalWords words) {
        Anchor link = new Anchor("branch/approvals/" + one.id().value(), words.kind(one));
        link.setId("customer-proposal-" + one.id().value());
        ListItem item = new ListItem(link);
        item.add(" ");
        item.add(BranchTable.badge(words.state(one), words.look(one)));
        item.add(" ");
        item.add(new Span(words.unsettled(one)));
        return item;
    }
}
