package ir.ramzineh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.kernel.Rial;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Values as the reader sees them, in both languages. */
class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:35:00Z");
    private final Formats fa = Formats.of(Locale.forLanguageTag("fa"));
    private final Formats en = Formats.of(Locale.ENGLISH);

    @Test
    void datesAreJalaliInBothLanguagesOnTheClockOfTehran() {
        assertThat(fa.dateTime(NOW)).isEqualTo("۱ آذر ۱۴۰۵، ساعت ۱۴:۰۵");
        assertThat(en.dateTime(NOW)).isEqualTo("1 Azar 1405, 14:05");
    }

    @Test
    void theDayChangesAtMidnightOfTehran() {
        assertThat(en.date(Instant.parse("2026-11-21T20:29:59Z"))).isEqualTo("30 Aban 1405");
        assertThat(en.date(Instant.parse("2026-11-21T20:30:00Z"))).isEqualTo("1 Azar 1405");
    }

    @Test
    void moneyCarriesSeparatorsAndItsUnit() {
        assertThat(fa.money(new Rial(1_250_000))).isEqualTo("۱٬۲۵۰٬۰۰۰ ریال");
        assertThat(en.money(new Rial(1_250_000))).isEqualTo("1,250,000 rials");
        assertThat(en.money(new Rial(0))).isEqualTo("0 rials");
    }

    @Test
    void durationsNameTheTwoUnitsThatMatter() {
        assertThat(fa.duration(Duration.ofSeconds(125))).isEqualTo("۲ دقیقه و ۵ ثانیه");
        assertThat(en.duration(Duration.ofSeconds(1))).isEqualTo("1 second");
        assertThat(en.duration(Duration.ofHours(24))).isEqualTo("1 day");
        assertThat(en.duration(Duration.ofMinutes(90))).isEqualTo("1 hour and 30 minutes");
        assertThat(en.duration(Duration.ofSeconds(-3))).isEqualTo("0 seconds");
    }

    @Test
    void timesPastAreToldInWordsForAWeek() {
        assertThat(fa.ago(NOW.minusSeconds(20), NOW)).isEqualTo("هم‌اکنون");
        assertThat(en.ago(NOW.minus(Duration.ofMinutes(3)), NOW)).isEqualTo("3 minutes ago");
        assertThat(en.ago(NOW.minus(Duration.ofDays(6)), NOW)).isEqualTo("6 days ago");
        assertThat(en.ago(NOW.minus(Duration.ofDays(8)), NOW)).isEqualTo("23 Aban 1405, 14:05");
        assertThat(en.ago(NOW.plusSeconds(30), NOW)).isEqualTo("just now");
    }

    @Test
    void onlyDigitsChangeTheirScript() {
        assertThat(fa.digits("603799******1111")).isEqualTo("۶۰۳۷۹۹******۱۱۱۱");
        assertThat(en.digits("603799******1111")).isEqualTo("603799******1111");
    }
}
