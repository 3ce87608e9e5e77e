package ir.ramzineh.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** From one full hour of the day until another, as two of the browser's own lists. */
public class HoursField extends Div {
    private static final long serialVersionUID = 1L;
    private static final int HOURS_OF_A_DAY = 24;

    private final NativeSelect from;
    private final NativeSelect until;

    /**
     * A field with hours in it.
     *
     * @param id stable id; the lists get {@code <id>-from} and {@code <id>-until}
     * @param first first hour, 0 to 23
     * @param end the hour before which it ends, 1 to 24
     */
    public HoursField(String id, int first, int end) {
        setId(id);
        addClassName("hours");
        from = list(id + "-from", "hours.from", 0, first);
        until = list(id + "-until", "hours.until", 1, end);
    }

    public int from() {
        return Integer.parseInt(from.value());
    }

    public int until() {
        return Integer.parseInt(until.value());
    }

    /** Puts other hours in. */
    public void choose(int first, int end) {
        from.choose(Integer.toString(first));
        until.choose(Integer.toString(end));
    }

    private NativeSelect list(String id, String key, int first, int chosen) {
        String label = getTranslation(key);
        NativeSelect list = new NativeSelect(label);
        list.setId(id);
        Formats formats = Formats.current();
        IntFunction<String> clock = hour -> formats.digits(String.format(Locale.ROOT, "%02d:00", hour));
        List<NativeSelect.Option> options = IntStream.range(first, first + HOURS_OF_A_DAY)
                .mapToObj(hour -> new NativeSelect.Option(Integer.toString(hour), clock.apply(hour)))
                .toList();
        list.offer(options);
        list.choose(Integer.toString(chosen));
        list.whenChosen(value -> {});
        Span words = new Span(label);
        words.getElement().setAttribute("aria-hidden", "true");
        Div part = new Div(words, list);
        part.addClassName("hours-part");
        add(part);
        return list;
    }
}
