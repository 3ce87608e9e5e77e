package ir.ramzineh.branchconsole.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.Glyph;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to read about one proposal. */
final class ApprovalSections {
    private static final int HISTORY_MAX = 10;

    private final Customers customers;
    private final Locale reader;
    private final ApprovalWords words;

    ApprovalSections(Customers customers, Locale reader) {
        this.customers = customers;
        this.reader = reader;
        this.words = ApprovalWords.of(reader);
    }

    /** What was proposed, by whom, about whom, and what became of it. */
    Component facts(Approval approval) {
        Section section = section("approval-facts", "approval.facts");
        DescriptionList list = new DescriptionList();
        list.addClassName("approval-facts");
        CustomerId about = approval.proposal().customer();
        if (about != null) {
            customers.byId(about).ifPresent(customer -> {
                Anchor page = new Anchor(
                        "branch/customers/" + about.value(), customer.name().in(reader));
                page.setId("approval-customer");
                line(list, section.getTranslation("approvals.column.customer"), page);
            });
        }
        words.facts(approval)
                .forEach((fact, value) -> line(list, words.factName(fact), new Span(words.factValue(fact, value))));
        line(list, section.getTranslation("approvals.column.maker"), new Span(words.member(approval.maker())));
        line(list, section.getTranslation("approval.proposed-at"), moment(approval.proposedAt()));
        StaffMember checker = approval.checker();
        if (checker != null) {
            line(list, section.getTranslation("approval.checker"), new Span(words.member(checker)));
        }
        Instant decided = approval.decidedAt();
        line(
                list,
                section.getTranslation(decided == null ? "approvals.column.until" : "approval.decided-at"),
                moment(decided == null ? approval.expiresAt() : decided));
        if (!approval.note().isEmpty()) {
            line(list, section.getTranslation("approval.note"), new Span(words.note(approval)));
        }
        section.add(list);
        return section;
    }

    private Span moment(Instant moment) {
        return new Span(words.formats().dateTime(moment));
    }

    private static void line(DescriptionList list, String name, Component value) {
        DescriptionList.Description description = new DescriptionList.Description();
        description.add(value);
        list.add(new DescriptionList.Term(name), description);
    }

    /** What will be possible, or no longer, afterwards; nothing where the proposal says nothing about it. */
    Optional<Component> afterwards(Approval approval) {
        if (approval.proposal().afterwards().isEmpty()) {
            return Optional.empty();
        }
        String ofNoCustomer = words.isAboutStaff(approval) ? "approval.afterwards.staff" : "approval.afterwards.nobody";
        Section section = section(
                "approval-afterwards", approval.proposal().customer() == null ? ofNoCustomer : "approval.afterwards");
        UnorderedList list = new UnorderedList();
        list.addClassName("approval-afterwards");
        approval.proposal()
                .afterwards()
                .forEach(one -> list.add(new ListItem(Glyph.NEXT.create(), new Span(words.afterward(one)))));
        section.add(list);
        return Optional.of(section);
    }

    /**
     * What was proposed about the same customer before.
     *
     * @param all newest first, also the one that is shown
     */
    Component history(Approval approval, List<Approval> all) {
        Section section = section("approval-history", "approval.history");
        List<Approval> others = all.stream()
                .filter(one -> !one.id().equals(approval.id()))
                .limit(HISTORY_MAX)
                .toList();
        if (others.isEmpty()) {
            Paragraph none = new Paragraph(section.getTranslation("approval.history.none"));
            none.addClassName("hint");
            section.add(none);
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

    /** An empty section with its heading. */
    static Section section(String id, String title) {
        Section section = new Section();
        H2 heading = new H2(section.getTranslation(title));
        heading.setId(id + "-title");
        section.add(heading);
        section.setId(id);
        section.addClassName("surface");
        section.getElement().setAttribute("aria-labelledby", id + "-title");
        return section;
    }
}
