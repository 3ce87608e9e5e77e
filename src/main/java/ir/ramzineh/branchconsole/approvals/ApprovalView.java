package ir.ramzineh.branchconsole.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.ApprovalOutcome.Why;
import ir.ramzineh.approval.ApprovalState;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.branchconsole.ApprovalPanel;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.LookNotice;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.helpdesk.ProposalDesk;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One proposal: what it is, what the customer will be able to do afterwards, what was proposed before, the decision. */
@Route(value = "branch/approvals/:approval", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(
        permission = Permission.APPROVAL_VIEW,
        or = Permission.STAFF_APPROVE,
        order = 21,
        text = "approval.title",
        glyph = Glyph.CHECK,
        menu = false)
@StyleSheet("ramzineh/branch-approvals.css")
class ApprovalView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Approvals approvals;
    private final transient ProposalDesk desk;
    private final transient SignedInStaff staff;
    private final transient ObjectProvider<ApprovalPanel> panels;
    private final transient ApprovalWords words = ApprovalWords.of(getLocale());
    private final transient ApprovalSections sections;

    ApprovalView(
            Approvals approvals,
            ProposalDesk desk,
            Customers customers,
            SignedInStaff staff,
            ObjectProvider<ApprovalPanel> panels) {
        this.approvals = approvals;
        this.desk = desk;
        this.staff = staff;
        this.panels = panels;
        this.sections = new ApprovalSections(customers, getLocale());
        setId("approval-page");
        addClassName("branch-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ApprovalId id = event.getRouteParameters()
                .get("approval")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new ApprovalId(Long.parseLong(text)))
                .orElseThrow(NotFoundException::new);
        ProposalDesk.Look look =
                desk.one(staff.require(), staff.deskSession(), id).orElseThrow(NotFoundException::new);
        look.approval().ifPresentOrElse(found -> show(found, null), () -> notYet(look.look()));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("approval.title");
    }

    private void notYet(LookOutcome refused) {
        removeAll();
        add(new H1(getTranslation("approval.title")), LookNotice.of(getLocale(), refused));
    }

    private void show(Approval approval, @Nullable Notice message) {
        removeAll();
        Component state = BranchTable.badge(words.state(approval), words.look(approval));
        state.setId("approval-state");
        Div head = new Div(new H1(words.kind(approval)), state);
        head.addClassName("branch-head");
        add(head);
        if (message != null) {
            message.setId("approval-message");
            add(message);
        }
        panels.orderedStream()
                .map(panel -> panel.create(approval))
                .flatMap(Optional::stream)
                .forEach(this::add);
        Div left = new Div(sections.facts(approval));
        sections.afterwards(approval).ifPresent(left::add);
        left.addClassName("branch-page");
        Div right = new Div(decision(approval));
        CustomerId about = approval.proposal().customer();
        if (about != null) {
            right.add(sections.history(approval, approvals.of(staff.require(), about)));
        }
        right.addClassName("branch-page");
        Div columns = new Div(left, right);
        columns.addClassName("branch-columns");
        add(columns);
    }

    private Component decision(Approval approval) {
        Section section = ApprovalSections.section("approval-decision", "approval.decision");
        if (approval.state() != ApprovalState.WAITING) {
            Paragraph over = new Paragraph(words.over(approval));
            over.addClassName("hint");
            section.add(over);
            return section;
        }
        Optional<Why> whyNot = approvals.whyNot(staff.require(), approval.id());
        section.add(whyNot.map(why -> notDeciding(why, approval)).orElseGet(() -> form(approval)));
        return section;
    }

    private Component notDeciding(Why why, Approval approval) {
        boolean aboutStaff = words.isAboutStaff(approval);
        if (why != Why.OWN_WORK && !approval.maker().id().equals(staff.require())) {
            return why == Why.NOT_PERMITTED
                    ? hint(aboutStaff ? "approval.only-read.staff" : "approval.only-read")
                    : hint("approval.not-yours." + why.name());
        }
        Button withdraw = new Button(
                getTranslation("approval.withdraw"),
                click -> shown(approvals.withdraw(staff.require(), approval.id()), approval));
        withdraw.setId("approval-withdraw");
        Div own = new Div(hint("approval.own"), withdraw);
        own.addClassName("approval-form");
        return own;
    }

    private Component form(Approval approval) {
        TextField note = new TextField(getTranslation("approval.note.label"));
        note.setId("approval-note");
        note.setHelperText(getTranslation("approval.note.helper"));
        note.setMaxLength(Approvals.NOTE_LENGTH_MAX);
        note.setWidthFull();
        Button approve = new Button(
                getTranslation("approval.approve"),
                click -> decide(
                        note, () -> approvals.approve(staff.require(), approval.id(), note.getValue()), approval));
        approve.setId("approval-approve");
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setDisableOnClick(true);
        Button refuse = new Button(
                getTranslation("approval.refuse"),
                click -> decide(
                        note, () -> approvals.refuse(staff.require(), approval.id(), note.getValue()), approval));
        refuse.setId("approval-refuse");
        refuse.addThemeVariants(ButtonVariant.ERROR);
        Div buttons = new Div(approve, refuse);
        buttons.addClassName("button-row");
        String first = words.isAboutStaff(approval) ? "approval.read-first.staff" : "approval.read-first";
        Div form = new Div(hint(first), note, buttons);
        form.addClassName("approval-form");
        return form;
    }

    private void decide(TextField note, java.util.function.Supplier<ApprovalOutcome> decision, Approval approval) {
        try {
            shown(decision.get(), approval);
        } catch (InvalidValueException invalid) {
            FieldErrors.show(note, getTranslation(invalid.key(), invalid.args()));
        }
    }

    private void shown(ApprovalOutcome outcome, Approval before) {
        switch (outcome) {
            case ApprovalOutcome.Decided(Approval now) -> show(now, new Notice(Notice.Kind.SUCCESS, words.done(now)));
            case ApprovalOutcome.Over(Approval now) ->
                show(now, new Notice(Notice.Kind.INFO, getTranslation("approval.over-before")));
            case ApprovalOutcome.NotYours(Why why) -> again(before, getTranslation("approval.not-yours." + why.name()));
            case ApprovalOutcome.NotPossible(String key) -> again(before, getTranslation(key));
            case ApprovalOutcome.NotFound() -> throw new NotFoundException();
        }
    }

    private void again(Approval before, String message) {
        Approval now = approvals.one(staff.require(), before.id()).orElse(before);
        show(now, new Notice(Notice.Kind.WARNING, message));
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }
}
