package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.verification.RecentVerification;
import ir.ramzineh.verification.Verdict;
import java.util.List;
import java.util.Locale;

/** What became of the latest codes of a card, with the reason in plain words; nobody else ever reads these. */
class VerificationList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats = Formats.current();

    VerificationList(List<RecentVerification> found) {
        setId("verifications");
        addClassName("surface");
        if (found.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("verifications.empty"));
            none.addClassName("hint");
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("timeline");
        found.forEach(verification -> list.add(row(verification)));
        add(list);
    }

    private ListItem row(RecentVerification verification) {
        boolean accepted = verification.verdict() == Verdict.ACCEPTED;
        Span glyph = (accepted ? Glyph.CHECK : Glyph.CROSS).create();
        glyph.addClassName(accepted ? "verdict-accepted" : "verdict-refused");
        Span title = new Span(getTranslation("transaction."
                        + verification.type().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                + " · " + formats.money(verification.amount()));
        title.addClassName("timeline-title");
        Object[] detail = verification.detail().toArray();
        Span reason = new Span(getTranslation(verification.reason().key(), detail));
        Span where = new Span(
                new Span(formats.dateTime(verification.at()) + " · " + getTranslation("transaction.merchant") + " "),
                LtrText.verbatim(verification.merchantId()));
        where.addClassName("hint");
        Div words = new Div(title, reason, where);
        words.addClassName("timeline-words");
        return new ListItem(glyph, words);
    }
}
