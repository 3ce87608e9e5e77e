package ir.ramzineh.ui;

import com.vaadin.flow.component.UI;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.Rial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * How dates, times, money and numbers look to the reader: Jalali dates of Tehran in both languages, Persian digits in
 * Persian and Latin ones in English. The one place where values become words.
 */
public final class Formats {
    /** The wall clock of the banks this portal speaks for. */
    public static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final Language language;
    private final Texts texts;

    private Formats(Language language) {
        this.language = language;
        this.texts = Texts.of(language.locale());
    }

    public static Formats of(Locale locale) {
        return new Formats(Language.of(locale));
    }

    /** The formats of the page that is being served; Persian where there is none. */
    public static Formats current() {
        UI ui = UI.getCurrent();
        return of(ui == null ? Language.FA.locale() : ui.getLocale());
    }

    /** The same text with its digits in the reader's script. Only digits change, the order stays. */
    public String digits(String text) {
        return language == Language.FA ? Digits.toPersian(text) : text;
    }

    /** A whole number without separators, such as a count. */
    public String number(long number) {
        return digits(Long.toString(number));
    }

    /** Money with separators and its unit: {@code ۱٬۲۵۰٬۰۰۰ ریال}. */
    public String money(Rial rial) {
        return texts.get("format.rial", amount(rial.amount()));
    }

    /** A number with thousands separators of the language. */
    public String amount(long amount) {
        String latin = String.format(Locale.ROOT, "%,d", amount);
        return language == Language.FA ? Digits.toPersian(latin.replace(',', '٬')) : latin;
    }

    /** {@code ۱ آذر ۱۴۰۵}. */
    public String date(Instant instant) {
        return date(instant.atZone(TEHRAN).toLocalDate());
    }

    /** {@code ۱ آذر ۱۴۰۵}. */
    public String date(LocalDate date) {
        JalaliDate jalali = JalaliDate.of(date);
        return texts.get("format.date", number(jalali.day()), month(jalali.month()), number(jalali.year()));
    }

    /** {@code ۱ آذر ۱۴۰۵، ساعت ۱۴:۰۵}. */
    public String dateTime(Instant instant) {
        return texts.get("format.date-time", date(instant), time(instant));
    }

    /** Hours and minutes on Tehran's clock. */
    public String time(Instant instant) {
        ZonedDateTime local = instant.atZone(TEHRAN);
        return digits(String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute()));
    }

    /** Name of a Jalali month, 1 to 12. */
    public String month(int month) {
        return texts.get("month." + month);
    }

    /** How long something lasts, in the one or two units that matter: {@code ۲ دقیقه و ۵ ثانیه}. */
    public String duration(Duration duration) {
        long seconds = Math.max(duration.toSeconds(), 0);
        if (seconds < 60) {
            return unit("seconds", seconds);
        }
        if (seconds < 3600) {
            return joined("minutes", seconds / 60, "seconds", seconds % 60);
        }
        if (seconds < 86_400) {
            return joined("hours", seconds / 3600, "minutes", seconds % 3600 / 60);
        }
        return joined("days", seconds / 86_400, "hours", seconds % 86_400 / 3600);
    }

    /** How long ago {@code then} was, in words; the full date once it is more than a week back. */
    public String ago(Instant then, Instant now) {
        long seconds = Math.max(Duration.between(then, now).toSeconds(), 0);
        if (seconds < 60) {
            return texts.get("format.just-now");
        }
        if (seconds < 3600) {
            return texts.get("format.ago", unit("minutes", seconds / 60));
        }
        if (seconds < 86_400) {
            return texts.get("format.ago", unit("hours", seconds / 3600));
        }
        return seconds < 7 * 86_400 ? texts.get("format.ago", unit("days", seconds / 86_400)) : dateTime(then);
    }

    private String joined(String bigUnit, long big, String smallUnit, long small) {
        return small == 0 ? unit(bigUnit, big) : texts.get("format.and", unit(bigUnit, big), unit(smallUnit, small));
    }

    private String unit(String unit, long count) {
        return texts.get("format." + unit + (count == 1 ? ".one" : ".many"), number(count));
    }
}
