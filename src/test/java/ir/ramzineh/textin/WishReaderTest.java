package ir.ramzineh.textin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people text, and what they mean by it (S6.3, row 25). */
class WishReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234",
                "۱۲۳۴",
                "١٢٣٤",
                "１２３４",
                "۱2٣4",
                " 1234 ",
                "12 34",
                "1-2-3-4",
                "*1234#",
                "1234.",
                "\u200f۱۲۳۴\u200f",
                "\u2068\u06f1\u06f2\u200c\u06f3\u06f4\u2069",
                "۱۲۳۴\n",
                "کارت ۱۲۳۴",
                "1234 لطفا",
                "رمز کارت: 1234",
                "\uFEFF1234",
                "«1234»"
            })
    void fourDigitsInAnySpellingAskForACode(String text) {
        assertThat(WishReader.read(text)).isEqualTo(new Wish.Code("1234"));
    }

    @Test
    void leadingZerosStay() {
        assertThat(WishReader.read("۰۰۰۷")).isEqualTo(new Wish.Code("0007"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6104337812345678",
                "۶۱۰۴۳۳۷۸۱۲۳۴۵۶۷۸",
                "6104 3378 1234 5678",
                "6104-3378-1234-5678",
                "6104.3378.1234.5678",
                "کارت من 6104337812345678 رمز 123",
                "6104\n3378\n1234\n5678",
                "6104 کارت 3378 من 1234 این 5678",
                "5022291012345678901",
                "610433781234"
            })
    void aWholeCardNumberIsKnownAsSuchAndItsDigitsStayBehind(String text) {
        assertThat(WishReader.read(text))
                .isEqualTo(new Wish.WholeCard())
                .asString()
                .doesNotContainPattern("[0-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"من نبودم", "نه من نبودم", "نه، من نبودم!", "من\u200cنبودم", "Not me", "it wasn't me"})
    void notMeInWords(String text) {
        assertThat(WishReader.read(text)).isEqualTo(new Wish.NotMe());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "۱", " ١ ", "1.", "(1)"})
    void oneDigitIsAPlaceInAList(String text) {
        assertThat(WishReader.read(text)).isEqualTo(new Wish.Place(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "سلام",
                "0",
                "12",
                "123",
                "12345",
                "1234567",
                "12 کارت 34",
                "1234 یا 5678",
                "من بودم",
                "1 نه",
                "½⅓¼⅕",
                "<b>x</b>",
                "=cmd",
                "\r\n"
            })
    void theRestIsUnclear(String text) {
        assertThat(WishReader.read(text)).isEqualTo(new Wish.Unclear());
    }

    @Test
    void whatPointsAtACardPrintsNothing() {
        assertThat(new Wish.Code("1234")).asString().doesNotContain("1234");
    }
}
