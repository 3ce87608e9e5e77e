package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.verification.Reason;
import ir.ramzineh.verification.RecentVerification;
import ir.ramzineh.verification.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What became of the latest codes of a card: what for, where and when, why it was refused, and what to do now (3.2 of the
 * requirements, feature B). Nobody else ever reads these.
 */
class VerificationList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats = Formats.current();
    private final CardId card;

    /**
     * A list.
     *
     * @param notMe makes the button of a line from the line and its title
     */
    VerificationList(
            CardId card, List<RecentVerification> found, BiFunction<RecentVerification, String, Component> notMe) {
        this.card = card;
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
        found.forEach(verification -> list.add(row(verification, notMe)));
        add(list);
    }

    private ListItem row(RecentVerification verification, BiFunction<RecentVerification, String, Component> notMe) {
        boolean accepted = verification.verdict() == Verdict.ACCEPTED;
        Span glyph = (accepted ? Glyph.CHECK : Glyph.CROSS).create();
        glyph.addClassName(accepted ? "verdict-accepted" : "verdict-refused");
        String what =
                getTranslation(SettingWords.key(verification.type())) + " · " + formats.money(verification.amount());
        Span title = new Span(what);
        title.addClassName("timeline-title");
        Span reason = new Span(getTranslation(
                verification.reason().key(), verification.detail().toArray()));
        Span where = new Span(
                new Span(formats.dateTime(verification.at()) + " · " + getTranslation("transaction.merchant") + " "),
                LtrText.verbatim(verification.merchantId()));
        where.addClassName("hint");
        Div words = new Div(title, reason, where);
        words.addClassName("timeline-words");
        if (!accepted) {
            words.add(next(verification));
        }
        Div foot = new Div(notMe.apply(verification, what));
        foot.addClassName("timeline-foot");
        words.add(foot);
        return new ListItem(glyph, words);
    }

    private Component next(RecentVerification verification) {
        Span text = new Span(getTranslation(verification.reason().key() + ".next"));
        Div next = new Div(text);
        next.addClassName("timeline-next");
        way(verification).ifPresent(next::add);
        return next;
    }

    /** Where the next step is done, when it is done here. */
    private Optional<Anchor> way(RecentVerification verification) {
        Reason reason = verification.reason();
        return switch (reason) {
            case ABOVE_CAP, TYPE_OFF, OUTSIDE_HOURS, CHANNEL_OFF, FROZEN ->
                Optional.of(new Anchor(
                        CardAddress.settingsPage(card, verification.kind()), getTranslation("password.settings")));
            case LOCKED, WRONG_CODE_LOCKED, NOT_DYNAMIC, NO_TOKEN ->
                Optional.of(new Anchor(
                        CardAddress.activationPage(card, verification.kind()), getTranslation("password.activate")));
            case EXPIRED, ALREADY_USED, OTHER_AMOUNT, OTHER_TRANSACTION ->
                Optional.of(new Anchor(CardAddress.codesPage(card), getTranslation("codes.link")));
            case ACCEPTED,
                    WRONG_CODE,
                    TOO_EARLY,
                    MALFORMED,
                    CARD_NOT_USABLE,
                    GIFT_CARD,
                    STATIC_PASSWORD_NEEDED,
                    UNKNOWN_CARD -> Optional.empty();
        };
    }
}
