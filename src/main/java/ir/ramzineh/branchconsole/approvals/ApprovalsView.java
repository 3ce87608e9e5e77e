package ir.ramzineh.branchconsole.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalState;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.LookNotice;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.helpdesk.ProposalDesk;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Language;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What waits for a second person of the own branch, the oldest first; and what became of the own proposals. */
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

    private final transient ApprovalWords words = ApprovalWords.of(getLocale());

    ApprovalsView(ProposalDesk desk, SignedInStaff staff, Clock clock) {
        setId("approvals");
        addClassName("branch-page");
        add(new Div(new H1(getTranslation("approvals.title")), hint(getTranslation("approvals.hint"))));
        ProposalDesk.Page page = desk.page(staff.require());
        if (!(page.look() instanceof LookOutcome.Open)) {
            add(LookNotice.of(getLocale(), page.look()));
            return;
        }
        add(
                page.waiting().isEmpty()
                        ? StatePanel.empty(
                                Glyph.CHECK, getTranslation("approvals.none"), getTranslation("approvals.none.text"))
                        : waiting(page.waiting(), clock));
        if (!page.own().isEmpty()) {
            add(own(page.own()));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("approvals.title");
    }

    private Component waiting(List<ProposalDesk.Line> lines, Clock clock) {
        BranchTable table = new BranchTable(
                "approvals-waiting",
                getTranslation("approvals.caption", words.formats().number(lines.size())),
                heads("what", "about", "maker", "since", "until"));
        for (ProposalDesk.Line line : lines) {
            Approval one = line.approval();
            table.row(
                    link("approval-", one),
                    BranchTable.text(about(line)),
                    BranchTable.text(words.member(one.maker())),
                    BranchTable.text(words.formats().ago(one.proposedAt(), clock.instant())),
                    BranchTable.text(words.formats().dateTime(one.expiresAt())));
        }
        return withRest(table, lines, ProposalDesk.WAITING_MAX);
    }

    /** A list that is full may not be all. */
    private Component withRest(BranchTable table, List<ProposalDesk.Line> lines, int max) {
        return lines.size() < max
                ? table
                : new Div(
                        table,
                        hint(getTranslation(
                                "approvals.first-only", words.formats().number(max))));
    }

    private Component own(List<ProposalDesk.Line> lines) {
        BranchTable table = new BranchTable(
                "approvals-own",
                getTranslation("approvals.own.caption", words.formats().number(lines.size())),
                heads("what", "about", "state", "proposed", "ended", "note"));
        for (ProposalDesk.Line line : lines) {
            Approval one = line.approval();
            table.row(
                    link("approval-own-", one),
                    BranchTable.text(about(line)),
                    BranchTable.badge(words.state(one), words.look(one)),
                    BranchTable.moment(words.formats().dateTime(one.proposedAt())),
                    BranchTable.text(ended(one)),
                    BranchTable.text(words.note(one)));
        }
        H2 title = new H2(getTranslation("approvals.own"));
        title.setId("approvals-own-title");
        Section section = new Section(
                title,
                hint(getTranslation("approvals.own.hint", words.formats().number(Approvals.OWN_DAYS))),
                withRest(table, lines, ProposalDesk.OWN_MAX));
        section.addClassName("branch-page");
        section.getElement().setAttribute("aria-labelledby", "approvals-own-title");
        return section;
    }

    /** When it was decided; what ran out is over at its time, also before it was swept. */
    private String ended(Approval one) {
        Instant decided = one.decidedAt();
        if (decided != null) {
            return words.formats().dateTime(decided);
        }
        return one.state() == ApprovalState.EXPIRED ? words.formats().dateTime(one.expiresAt()) : "";
    }

    private String[] heads(String... columns) {
        return Stream.of(columns)
                .map(column -> getTranslation("approvals.column." + column))
                .toArray(String[]::new);
    }

    private Anchor link(String id, Approval one) {
        Anchor link = new Anchor("branch/approvals/" + one.id().value(), words.kind(one));
        link.setId(id + one.id().value());
        return link;
    }

    private String about(ProposalDesk.Line line) {
        if (line.approval().proposal().customer() == null) {
            return words.member(line.approval()).orElseGet(() -> getTranslation("approvals.nobody"));
        }
        return Language.of(getLocale()) == Language.FA ? line.nameFa() : line.nameEn();
    }

    private static Paragraph hint(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassName("hint");
        return hint;
    }
}
