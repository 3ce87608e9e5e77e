package ir.ramzineh.branchconsole;

import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.Texts;
import java.time.Duration;
import java.util.Locale;

/** What stands in the place of a page that the member's pace keeps closed for now. */
public final class LookNotice {
    private LookNotice() {}

    /**
     * The notice in the reader's words.
     *
     * @throws IllegalArgumentException it opens
     */
    public static Notice of(Locale reader, LookOutcome refused) {
        return of(Texts.of(reader), Formats.of(reader), refused);
    }

    /**
     * The notice in words that the page has at hand.
     *
     * @throws IllegalArgumentException it opens
     */
    public static Notice of(Texts texts, Formats formats, LookOutcome refused) {
        Notice notice = new Notice(
                Notice.Kind.WARNING,
                switch (refused) {
                    case LookOutcome.Wait(var time) -> wait(texts, formats, time);
                    case LookOutcome.EnoughForToday(int looks) -> enough(texts, formats, looks);
                    case LookOutcome.Open() -> throw new IllegalArgumentException("it opens");
                });
        notice.setId("desk-not-yet");
        return notice;
    }

    /** Too many in a short time. */
    public static String wait(Texts texts, Formats formats, Duration time) {
        return texts.get("desk.find.wait", formats.duration(time));
    }

    /** The ceiling of the day. */
    public static String enough(Texts texts, Formats formats, int looks) {
        return texts.get("desk.find.enough", formats.number(looks));
    }
}
