package ir.ramzineh.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import ir.ramzineh.Vectors;
import ir.ramzineh.Vectors.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JalaliDateTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    static Stream<Row> vectors() {
        return Vectors.rows("jalali");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void publishedPairs(Row row) {
        LocalDate gregorian = LocalDate.parse(row.get("gregorian"));
        String jalali = row.get("jalali");
        int year = Integer.parseInt(jalali.substring(0, 4));
        if (year < JalaliDate.YEAR_MIN || year > JalaliDate.YEAR_MAX) {
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> JalaliDate.of(gregorian));
        } else {
            assertThat(JalaliDate.of(gregorian)).isEqualTo(JalaliDate.parse(jalali));
            assertThat(JalaliDate.parse(jalali).toLocalDate()).isEqualTo(gregorian);
        }
    }

    @Test
    void everyDayOf1250To1500AgreesWithIcu() {
        Calendar icu = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=persian"));
        assertThat(icu.getType()).isEqualTo("persian");
        LocalDate last =
                new JalaliDate(JalaliDate.YEAR_MAX, 12, 1).lastDayOfMonth().toLocalDate();
        int days = 0;
        for (LocalDate day = new JalaliDate(JalaliDate.YEAR_MIN, 1, 1).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            icu.setTimeInMillis(day.toEpochDay() * 86_400_000L);
            JalaliDate expected =
                    new JalaliDate(icu.get(Calendar.YEAR), icu.get(Calendar.MONTH) + 1, icu.get(Calendar.DATE));
            assertThat(JalaliDate.of(day)).isEqualTo(expected);
            assertThat(expected.toLocalDate()).isEqualTo(day);
            days++;
        }
        assertThat(days).isGreaterThan(251 * 365);
    }

    @Test
    void daysBeyondTheKnownYearsAreRefused() {
        LocalDate first = new JalaliDate(JalaliDate.YEAR_MIN, 1, 1).toLocalDate();
        LocalDate last =
                new JalaliDate(JalaliDate.YEAR_MAX, 12, 1).lastDayOfMonth().toLocalDate();
        for (LocalDate day :
                List.of(first.minusDays(1), last.plusDays(1), LocalDate.MIN, LocalDate.of(1, 1, 1), LocalDate.MAX)) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> JalaliDate.of(day))
                    .satisfies(e -> assertThat(e.key()).isEqualTo("error.jalali-date.year"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1403/12/30",
        "۱۴۰۳/۱۲/۳۰",
        "١٤٠٣-١٢-٣٠",
        "1403.12.30",
        "14031230",
        "30/12/1403",
        "' 1403 / 12 / 30 '",
        "1403 12 30",
        "\u200F1403/12/30"
    })
    void oneDateInManySpellings(String typed) {
        assertThat(JalaliDate.parse(typed)).isEqualTo(new JalaliDate(1403, 12, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "1402/12/30, error.jalali-date.leap-day",
        "1402/12/31, error.jalali-date.day",
        "1403/07/31, error.jalali-date.day",
        "1403/01/32, error.jalali-date.day",
        "1403/01/00, error.jalali-date.day",
        "1403/13/01, error.jalali-date.month",
        "1403/00/01, error.jalali-date.month",
        "1249/01/01, error.jalali-date.year",
        "1501/01/01, error.jalali-date.year",
        "2024/03/20, error.jalali-date.year",
        "03/12/30, error.jalali-date.format",
        "1403/1-2/3, error.jalali-date.format",
        "'', error.jalali-date.format",
        "１４０３/12/30, error.jalali-date.format",
        "yesterday, error.jalali-date.format",
    })
    void impossibleDatesAreRefusedEachForItsReason(String typed, String key) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> JalaliDate.parse(typed))
                .satisfies(e -> assertThat(e.key()).isEqualTo(key));
    }

    @Test
    void theDayChangesAtMidnightInTehran() {
        Instant newYear = Instant.parse("2025-03-20T20:30:00Z");
        assertThat(JalaliDate.of(newYear, TEHRAN)).hasToString("1404/01/01");
        assertThat(JalaliDate.format(newYear.minusSeconds(1), TEHRAN)).isEqualTo("1403/12/30 23:59");
    }

    @Test
    void monthsAreAddedWithinTheCalendar() {
        assertThat(new JalaliDate(1402, 6, 31).plusMonths(1)).hasToString("1402/07/30");
        assertThat(new JalaliDate(1402, 11, 30).plusMonths(1)).hasToString("1402/12/29");
        assertThat(new JalaliDate(1403, 11, 30).plusMonths(1)).hasToString("1403/12/30");
        assertThat(new JalaliDate(1403, 1, 31).plusMonths(-1)).hasToString("1402/12/29");
        assertThat(new JalaliDate(1403, 12, 1).lastDayOfMonth()).hasToString("1403/12/30");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new JalaliDate(1500, 12, 1).plusMonths(1));
    }

    @Property
    void orderIsTheOrderOfTime(@ForAll @IntRange(max = 91_000) int one, @ForAll @IntRange(max = 91_000) int other) {
        JalaliDate first = new JalaliDate(1250, 1, 1);
        assertThat(Integer.signum(first.plusDays(one).compareTo(first.plusDays(other))))
                .isEqualTo(Integer.signum(Integer.compare(one, other)));
        assertThat(ChronoUnit.DAYS.between(
                        first.toLocalDate(), first.plusDays(one).toLocalDate()))
                .isEqualTo(one);
    }
}
