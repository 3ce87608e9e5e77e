package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.branchconsole.LookNotice;
import ir.ramzineh.helpdesk.Answer.Fact;
import ir.ramzineh.helpdesk.FindOutcome;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.PlainText;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.SmsNames;
import ir.ramzineh.ui.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the desk's values become words of its reader. */
final class DeskWords {
    private final Texts texts;
    private final Formats formats;

    private DeskWords(Locale reader) {
        this.texts = Texts.of(reader);
        this.formats = Formats.of(reader);
    }

    static DeskWords of(Locale reader) {
        return new DeskWords(reader);
    }

    String get(String key, Object... args) {
        return texts.get(key, args);
    }

    Formats formats() {
        return formats;
    }

    String fact(Fact fact) {
        return switch (fact) {
            case Fact.Text(String text) -> isolated(formats.digits(text));
            case Fact.At(var at) -> formats.dateTime(at);
            case Fact.Lasting(var time) -> formats.duration(time);
            case Fact.Money(var amount) -> formats.money(amount);
            case Fact.Count(long count) -> formats.number(count);
            case Fact.Words(String key, var numbers) -> texts.get(key, numbers.toArray());
        };
    }

    /** A text of one of several kinds, or the general one where a kind has none. */
    String either(String key, String otherwise, Object... args) {
        return texts.get(texts.has(key) ? key : otherwise, args);
    }

    String message(List<String> kinds) {
        return SmsNames.of(texts, kinds);
    }

    String kind(PasswordKind kind) {
        return texts.get("desk.kind." + kind.name());
    }

    /** {@code card.frozen} and the like: names of enums as parts of keys. */
    static String part(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence of a kind of event, its {@code {name}} places filled from the event. */
    String event(String kind, Map<String, String> details) {
        String text = either("activity." + kind, "activity.other");
        for (Map.Entry<String, String> detail : details.entrySet()) {
            String key = "activity-detail." + detail.getKey() + "." + detail.getValue();
            String value = texts.has(key) ? texts.get(key) : isolated(formats.digits(detail.getValue()));
            text = text.replace("{" + detail.getKey() + "}", value);
        }
        return text;
    }

    String wait(Duration time) {
        return LookNotice.wait(texts, formats, time);
    }

    String enough(FindOutcome.EnoughForToday enough) {
        return enough(enough.looks());
    }

    String enough(int looks) {
        return LookNotice.enough(texts, formats, looks);
    }

    /** What stands in the place of a page that does not open for now. */
    Notice notYet(LookOutcome refused) {
        return LookNotice.of(texts, formats, refused);
    }

    /** Words of somebody we do not know, which turn nothing around them whatever they hold. */
    static String foreign(String text) {
        return '\u2068' + PlainText.of(text) + '\u2069';
    }

    /** A number of a card or telephone in a sentence. */
    String isolatedDigits(String text) {
        return isolated(formats.digits(text));
    }

    /** Unicode isolates: what stands between reads left to right and turns nothing around it. */
    private static String isolated(String text) {
        return '\u2066' + PlainText.of(text) + '\u2069';
    }

    /** A section of a page with its heading. */
    static Section section(String id, String title) {
        Section section = new Section();
        section.setId(id);
        section.addClassNames("surface", "desk-section");
        H2 heading = new H2(title);
        heading.setId(id + "-title");
        section.getElement().setAttribute("aria-labelledby", id + "-title");
        section.add(heading);
        return section;
    }

    static Paragraph hint(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassName("hint");
        return hint;
    }
}
