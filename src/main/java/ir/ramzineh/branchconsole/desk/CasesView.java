package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.fraudcase.CaseHandling;
import ir.ramzineh.helpdesk.CaseDesk;
import ir.ramzineh.helpdesk.CaseLine;
import ir.ramzineh.helpdesk.CaseQueue;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** Cases that wait: "it was not me", the oldest first. */
@Route(value = "branch/cases", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.CASE_HANDLE, order = 12, text = "desk.cases", glyph = Glyph.WARNING)
@StyleSheet("ramzineh/branch-desk.css")
class CasesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    CasesView(CaseDesk cases, CurrentDesk desk, Clock clock) {
        addClassNames("stack", "desk");
        add(new H1(getTranslation("desk.cases")));
        CaseQueue queue = cases.queue(desk.who());
        switch (queue.look()) {
            case LookOutcome.Open()
            when queue.cases().isEmpty() ->
                add(StatePanel.empty(
                        Glyph.CHECK, getTranslation("desk.cases.empty"), getTranslation("desk.cases.empty.text")));
            case LookOutcome.Open() -> add(table(queue.cases(), clock));
            case LookOutcome refused -> add(DeskWords.of(getLocale()).notYet(refused));
        }
    }

    private BranchTable table(List<CaseLine> queue, Clock clock) {
        DeskWords words = DeskWords.of(getLocale());
        Formats formats = words.formats();
        BranchTable table = new BranchTable(
                "desk-queue",
                words.get("desk.cases.caption", formats.number(queue.size())),
                words.get("desk.case.reported"),
                words.get("desk.case.card-number"),
                words.get("desk.case.what"),
                words.get("desk.case.state"),
                words.get("desk.case.holder"),
                words.get("desk.action"));
        for (CaseLine one : queue) {
            Anchor open = new Anchor("branch/cases/" + one.report().id(), words.get("desk.case.open"));
            open.setId("desk-case-" + one.report().id());
            table.row(
                    BranchTable.text(formats.ago(one.report().reportedAt(), clock.instant())),
                    LtrText.card(one.maskedNumber()),
                    BranchTable.text(CaseWords.what(one.report(), words)),
                    BranchTable.text(CaseWords.state(one.report(), words)),
                    one.report()
                            .handling()
                            .map(CaseHandling::by)
                            .<Component>map(LtrText::verbatim)
                            .orElse(new Span(words.get("desk.case.nobody"))),
                    open);
        }
        return table;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("desk.cases");
    }
}
