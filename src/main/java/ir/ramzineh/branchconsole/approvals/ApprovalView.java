package ir.ramzineh.branchconsole.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
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
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
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
    private static final int HISTORY_MAX = 10;

    private final transient Approvals approvals;
    private final transient Customers customers;
    private final transient SignedInStaff staff;
    private final transient ObjectProvider<ApprovalPanel> panels;
    private final transient ApprovalWords words = ApprovalWords.of(getLocale());

    ApprovalView(Approvals approvals, Customers customers, SignedInStaff staff, ObjectProvider<ApprovalPanel> panels) {
        this.approvals = approvals;
        this.customers = customers;
        this.staff = staff;
        this.panels = panels;
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
        show(approvals.one(staff.require(), id).orElseThrow(NotFoundException::new), null);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("approval.title");
    }

    private void show(Approval approval, @Nullable Notice message) {
        removeAll();
        Span state = new Span(words.state(approval));
        state.setId("approval-state");
        state.addClassNames("branch-badge", badge(approval.state()));
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
        Div left = new Div(facts(approval), afterwards(approval));
        left.addClassName("branch-page");
        Div right = new Div(decision(approval));
        if (approval.proposal().customer() != null) {
            right.add(history(approval));
        }
        right.addClassName("branch-page");
        Div columns = new Div(left, right);
        columns.addClassName("branch-columns");
        add(columns);
    }

    private Component facts(Approval approval) {
        Section section = section("approval-facts", "approval.facts");
        DescriptionList list = new DescriptionList();
        list.addClassName("approval-facts");
        CustomerId about = approval.proposal().customer();
        if (about != null) {
            customers.byId(about).ifPresent(customer -> {
                Anchor page = new Anchor(
                        "branch/customers/" + about.value(), customer.name().in(getLocale()));
                page.setId("approval-customer");
                line(list, getTranslation("approvals.column.customer"), page);
            });
        }
        words.facts(approval)
                .forEach((fact, value) -> line(list, words.factName(fact), new Span(words.factValue(fact, value))));
        line(list, getTranslation("approvals.column.maker"), new Span(words.member(approval.maker())));
        line(
                list,
                getTranslation("approval.proposed-at"),
                new Span(words.formats().dateTime(approval.proposedAt())));
        StaffMember checker = approval.checker();
        if (checker != null) {
            line(list, getTranslation("approval.checker"), new Span(words.member(checker)));
        }
        Instant decided = approval.decidedAt();
        if (decided != null) {
            line(
                    list,
                    getTranslation("approval.decided-at"),
                    new Span(words.formats().dateTime(decided)));
        } else {
            line(
                    list,
                    getTranslation("approvals.column.until"),
                    new Span(words.formats().dateTime(approval.expiresAt())));
        }
        if (!approval.note().isEmpty()) {
            line(list, getTranslation("approval.note"), new Span(approval.note()));
        }
        section.add(list);
        return section;
    }

    private static void line(DescriptionList list, String name, Component value) {
        DescriptionList.Description description = new DescriptionList.Description();
        description.add(value);
        list.add(new DescriptionList.Term(name), description);
    }

    private Component afterwards(Approval approval) {
        Section section = section(
                "approval-afterwards",
                words.isAboutStaff(approval)
                        ? "approval.afterwards.staff"
                        : approval.proposal().customer() == null
                                ? "approval.afterwards.nobody"
                                : "approval.afterwards");
        UnorderedList list = new UnorderedList();
        list.addClassName("approval-afterwards");
        approval.proposal()
                .afterwards()
                .forEach(one -> list.add(new ListItem(Glyph.NEXT.create(), new Span(words.afterward(one)))));
        section.add(list);
        return section;
    }

    private Component decision(Approval approval) {
        Section section = section("approval-decision", "approval.decision");
        if (approval.state() != ApprovalState.WAITING) {
            section.add(hint("approval.over." + approval.state().name()));
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
            case ApprovalOutcome.Decided(Approval now) ->
                show(
                        now,
                        new Notice(
                                Notice.Kind.SUCCESS,
                                getTranslation("approval.done." + now.state().name()
                                        + (words.isAboutStaff(now) && now.state() == ApprovalState.APPROVED
                                                ? ".staff"
                                                : ""))));
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

    private Component history(Approval approval) {
        Section section = section("approval-history", "approval.history");
        List<Approval> others = Optional.ofNullable(approval.proposal().customer())
                .map(about -> approvals.of(staff.require(), about))
                .orElse(List.of())
                .stream()
                .filter(one -> !one.id().equals(approval.id()))
                .limit(HISTORY_MAX)
                .toList();
        if (others.isEmpty()) {
            section.add(hint("approval.history.none"));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("approval-history");
        for (Approval one : others) {
            Anchor link = new Anchor("branch/approvals/" + one.id().value(), words.kind(one));
            Span rest = new Span(words.state(one) + " · " + words.formats().dateTime(one.proposedAt()));
            rest.addClassName("hint");
            list.add(new ListItem(link, rest));
        }
        section.add(list);
        return section;
    }

    private Section section(String id, String title) {
        H2 heading = new H2(getTranslation(title));
        heading.setId(id + "-title");
        Section section = new Section(heading);
        section.setId(id);
        section.addClassName("surface");
        section.getElement().setAttribute("aria-labelledby", id + "-title");
        return section;
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }

    private static String badge(ApprovalState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case APPROVED -> "good";
            case REFUSED, EXPIRED -> "bad";
            case WITHDRAWN -> "quiet";
        };
    }
}
