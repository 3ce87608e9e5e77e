package ir.ramzineh.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.ui.NativeSelect.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A Jalali date, typed freely (۱۳۶۰/۱/۵, 1360-01-05) or chosen from three lists that follow each other. The list of
 * days knows how long the month is, Esfand of a leap year included.
 */
@Tag("fieldset")
public class JalaliDateField extends HtmlContainer {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MONTH = 31;

    private final TextField typed;
    private final NativeSelect day = new NativeSelect(getTranslation("date.day"));
    private final NativeSelect month = new NativeSelect(getTranslation("date.month"));
    private final NativeSelect year = new NativeSelect(getTranslation("date.year"));
    private final Formats formats = Formats.current();

    /**
     * An empty field.
     *
     * @param id stable id; the typed input gets it, the lists get {@code <id>-day}, {@code -month} and {@code -year}
     * @param yearMin first Jalali year offered by the list
     * @param yearMax last one
     */
    public JalaliDateField(String id, String label, int yearMin, int yearMax) {
        addClassName("jalali-date");
        typed = new TextField(label);
        typed.setId(id);
        typed.addClassName("ltr-input");
        typed.setMaxLength(12);
        typed.setPlaceholder(formats.digits("1360/1/5"));
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                followTyping();
            }
        });
        NativeInput.attributes(typed, "inputmode", "text", "autocomplete", "off");
        getElement().setAttribute("aria-label", label);

        day.setId(id + "-day");
        month.setId(id + "-month");
        year.setId(id + "-year");
        month.offer(options(getTranslation("date.month"), 1, 12, formats::month));
        year.offer(years(yearMin, yearMax));
        offerDays(LONGEST_MONTH);
        for (NativeSelect part : List.of(day, month, year)) {
            part.whenChosen(value -> followLists());
        }
        Div parts = new Div(day, month, year);
        parts.addClassName("parts");
        add(typed, parts);
    }

    /**
     * The date that was typed or chosen.
     *
     * @throws InvalidValueException if what was typed is no date of the calendar
     */
    public JalaliDate date() {
        return JalaliDate.parse(typed.getValue());
    }

    public void setInvalid(String message) {
        typed.setErrorMessage(message);
        typed.setInvalid(true);
    }

    public void clearInvalid() {
        typed.setInvalid(false);
    }

    public void setHelperText(String text) {
        typed.setHelperText(text);
    }

    public void focus() {
        typed.focus();
    }

    /** What stands in the typed input, right or wrong. */
    public String typed() {
        return typed.getValue();
    }

    void type(String text) {
        typed.setValue(text);
        followTyping();
    }

    private void followTyping() {
        clearInvalid();
        try {
            JalaliDate date = date();
            offerDays(JalaliDate.lengthOfMonth(date.year(), date.month()));
            day.choose(Integer.toString(date.day()));
            month.choose(Integer.toString(date.month()));
            year.choose(Integer.toString(date.year()));
        } catch (InvalidValueException unfinished) {
            // Not a date yet; the reader is told when the form is sent, not while typing.
        }
    }

    private void followLists() {
        if (!month.value().isEmpty()) {
            // Without a year Esfand keeps its thirtieth day; the year decides.
            offerDays(
                    year.value().isEmpty()
                            ? month.value().equals("12") ? 30 : JalaliDate.lengthOfMonth(1400, number(month))
                            : JalaliDate.lengthOfMonth(number(year), number(month)));
        }
        if (!day.value().isEmpty() && !month.value().isEmpty() && !year.value().isEmpty()) {
            clearInvalid();
            typed.setValue(formats.digits(new JalaliDate(number(year), number(month), number(day)).toString()));
        }
    }

    private void offerDays(int last) {
        day.offer(options(getTranslation("date.day"), 1, last, formats::number));
    }

    private List<Option> years(int first, int last) {
        List<Option> years = new ArrayList<>();
        years.add(new Option("", getTranslation("date.year")));
        for (int value = last; value >= first; value--) {
            years.add(new Option(Integer.toString(value), formats.number(value)));
        }
        return years;
    }

    private static List<Option> options(String empty, int first, int last, IntFunction<String> text) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", empty));
        for (int value = first; value <= last; value++) {
            options.add(new Option(Integer.toString(value), text.apply(value)));
        }
        return options;
    }

    private static int number(NativeSelect select) {
        return Integer.parseInt(select.value());
    }
}
