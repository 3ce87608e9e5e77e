package ir.ramzineh.branchconsole.record;

import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.report.Grouping;
import ir.ramzineh.report.JalaliMonth;
import ir.ramzineh.report.ReportKind;
import ir.ramzineh.report.ReportLanguage;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Language;
import ir.ramzineh.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the groups and figures of a report read. */
record ReportWords(Texts texts, Formats formats, Issuers issuers, Locale locale) implements ReportLanguage {
    boolean persian() {
        return Language.of(locale) == Language.FA;
    }

    @Override
    public String get(String key, Object... args) {
        return texts.get(key, args);
    }

    @Override
    public String group(Grouping by, String group) {
        if (group.isEmpty()) {
            return texts.get("report.unknown");
        }
        return switch (by) {
            case BANK ->
                issuers.byKey(group).map(profile -> profile.name().in(locale)).orElse(group);
            case HOUR -> texts.get("report.hour", formats.digits(group), formats.number(Long.parseLong(group) + 1));
            case DAY -> formats.digits(JalaliDate.of(LocalDate.parse(group)).toString());
            case REASON -> reason(group);
            case BIN, BRANCH -> formats.digits(group);
            case CHANNEL -> group;
        };
    }

    @Override
    public String month(JalaliMonth month) {
        return formats.month(month.month()) + " " + formats.number(month.year());
    }

    @Override
    public String day(LocalDate day) {
        return formats.date(day);
    }

    @Override
    public String moment(Instant moment) {
        return formats.dateTime(moment);
    }

    private String reason(String reason) {
        String key = "report.reason." + reason.toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.has(key) ? texts.get(key) : reason;
    }

    /** A figure that there is nothing to count from is a dash. */
    String figure(ReportKind.Unit unit, @Nullable Long figure) {
        if (figure == null) {
            return "—";
        }
        return switch (unit) {
            case COUNT -> formats.amount(figure);
            case SECONDS -> texts.get("report.seconds", formats.amount(figure));
            case PERMILLE -> {
                String point = persian() ? "٫" : ".";
                yield texts.get("report.percent", formats.digits(figure / 10 + point + figure % 10));
            }
            case RIAL -> formats.money(new Rial(figure));
        };
    }
}
