package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.harim.RecentRequest;
import ir.ramzineh.helpdesk.CardFile;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.verification.RecentVerification;
import ir.ramzineh.verification.Verdict;

/** What became of the latest codes of a card, and of the latest requests of payment pages, with the reason of each. */
class CodeHistory extends Div {
    private static final long serialVersionUID = 1L;

    private final transient DeskWords words = DeskWords.of(getLocale());
    private final transient Formats formats = Formats.current();

    CodeHistory(String id, CardFile file, CustomerDeeds deeds) {
        addClassName("stack-section");
        if (file.verifications().isEmpty() && file.requests().isEmpty()) {
            add(DeskWords.hint(words.get("desk.history.empty")));
        }
        if (!file.verifications().isEmpty()) {
            add(verifications(id + "-codes", file, deeds));
        }
        if (!file.requests().isEmpty()) {
            add(requests(id + "-requests", file));
        }
    }

    private Component verifications(String id, CardFile file, CustomerDeeds deeds) {
        BranchTable table = new BranchTable(
                id,
                words.get("desk.codes"),
                words.get("desk.when"),
                words.get("desk.code.for"),
                words.get("desk.code.where"),
                words.get("desk.code.answer"),
                words.get("desk.code.reason"),
                words.get("desk.action"));
        for (RecentVerification one : file.verifications()) {
            boolean accepted = one.verdict() == Verdict.ACCEPTED;
            Span answer = new Span(words.get(accepted ? "desk.code.accepted" : "desk.code.refused"));
            answer.addClassName(accepted ? "desk-good" : "desk-bad");
            table.row(
                    BranchTable.text(formats.dateTime(one.at())),
                    BranchTable.text(words.get("transaction." + one.type().key()) + " · " + formats.money(one.amount())
                            + " · " + words.kind(one.kind())),
                    LtrText.verbatim(one.merchantId()),
                    answer,
                    BranchTable.text(words.get(one.reason().key(), one.detail().toArray())),
                    deeds.report(file, one).<Component>map(button -> button).orElse(new Span("–")));
        }
        return table;
    }

    private Component requests(String id, CardFile file) {
        BranchTable table = new BranchTable(
                id,
                words.get("desk.requests"),
                words.get("desk.when"),
                words.get("desk.code.for"),
                words.get("desk.code.where"),
                words.get("desk.request.outcome"));
        for (RecentRequest one : file.requests()) {
            table.row(
                    BranchTable.text(formats.dateTime(one.askedAt())),
                    BranchTable.text(
                            words.get("transaction." + one.payment().type().key()) + " · "
                                    + formats.money(one.payment().amount())),
                    one.merchantName().isBlank()
                            ? LtrText.verbatim(one.payment().merchantId())
                            : BranchTable.text(DeskWords.foreign(one.merchantName())),
                    BranchTable.text(one.outcome()
                            .map(outcome ->
                                    words.either("activity-detail.reason." + outcome.name(), "desk.request.sent"))
                            .orElse(words.get("desk.request.open"))));
        }
        return table;
    }
}
