package ir.ramzineh.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Security case 23: names of strangers turn nothing round. */
class PlainTextTest {
    @Test
    void case23_directionAndControlCharactersAreNoPartOfAName() {
        assertThat(PlainText.of("shop\u202Egnp.exe")).isEqualTo("shopgnp.exe");
        assertThat(PlainText.of("\u2069\u2069out\u2066of\u2068the\u200Fframe\u061C"))
                .isEqualTo("outoftheframe");
        assertThat(PlainText.of("one\r\ntwo\tthree\u2028four\u0000")).isEqualTo("one  two three four ");
        assertThat(PlainText.of("\uFEFFa\u200Bb\u200Dc\uD800d\uE000")).isEqualTo("abcd");
    }

    @Test
    void wordsOfBothLanguagesStayAsTheyAre() {
        assertThat(PlainText.of("فروشگاهِ می\u200Cخواهم ۲ - №1 <b> 🛒"))
                .isEqualTo("فروشگاهِ می\u200Cخواهم ۲ - №1 <b> 🛒");
    }
}
