package ir.ramzineh.report;

import java.time.Instant;
import java.time.LocalDate;

/** How files speak to their reader: in the language of the page they were asked for on, with Jalali dates. */
public interface ReportLanguage {
    /** The text of a key. */
    String get(String key, Object... args);

    /** What a group of a report is called. */
    String group(Grouping by, String group);

    /** The name of a month with its year. */
    String month(JalaliMonth month);

    /** A day in words. */
    String day(LocalDate day);

    /** A moment on Tehran's clock, in words. */
    String moment(Instant moment);
}
