package ir.ramzineh.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Vectors;
import ir.ramzineh.Vectors.Row;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    static Stream<Row> vectors() {
        return Vectors.rows("digits");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aCodeTakesThreeKindsOfDigitsAndNothingElse(Row row) {
        String expected = row.get("expect_ascii");
        String input = row.get("input");
        if (Digits.areLatin(expected)) {
            assertThat(Digits.code(input, 1, 12)).contains(expected);
            assertThat(Digits.typed(input)).isEqualTo(expected);
        } else {
            // REJECT, REJECT_OR_STRIP (a code is never stripped) and letters, which are not our business.
            assertThat(Digits.code(input, 1, 12)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void identifiersForgiveInvisibleMarksButNoForeignDigits(Row row) {
        String mark = row.get("class");
        switch (row.get("expect_ascii")) {
            case "REJECT_OR_STRIP" ->
                assertThat(Digits.areLatin(Digits.typed(row.get("input"))))
                        .isEqualTo(mark.equals("RLM") || mark.equals("LRM"));
            case "REJECT" ->
                assertThat(Digits.areLatin(Digits.typed(row.get("input")))).isFalse();
            default -> assertThat(Digits.toLatin(row.get("input"))).hasSameSizeAs(row.get("input"));
        }
    }

    @Test
    void lettersStayAsTyped() {
        assertThat(Digits.toLatin("ىۀيك۱")).isEqualTo("ىۀيك1");
    }

    @Test
    void leadingZerosOfACodeStay() {
        assertThat(Digits.code("۰۰۱۲۳۴۵", 7, 7)).contains("0012345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "12345678",
                " 1234567",
                "1234567\n",
                "123 4567",
                "12345\u200C67",
                "-123456",
                "1234567.0"
            })
    void aCodeOfAnotherLengthOrWithAnythingElseInItIsNone(String raw) {
        assertThat(Digits.code(raw, 7, 7)).isEmpty();
    }

    @Property
    void toPersianAndBackChangesNothing(@ForAll String any) {
        String latin = Digits.toLatin(any);
        assertThat(Digits.toLatin(Digits.toPersian(latin))).isEqualTo(latin);
    }

    @Property
    void normalisingTwiceIsNormalisingOnce(@ForAll String any) {
        assertThat(Digits.toLatin(Digits.toLatin(any))).isEqualTo(Digits.toLatin(any));
        assertThat(Digits.typed(Digits.typed(any))).isEqualTo(Digits.typed(any));
    }

    @Property
    void everySpellingOfACodeIsTheSameCode(@ForAll("codes") String code, @ForAll("scripts") String scripts) {
        StringBuilder spelt = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            int zero = switch (scripts.charAt(i)) {
                case 'p' -> '\u06F0';
                case 'a' -> '\u0660';
                default -> '0';
            };
            spelt.append((char) (zero + code.charAt(i) - '0'));
        }
        assertThat(Digits.code(spelt.toString(), 4, 10)).contains(code);
    }

    @Property
    void whatComesOutOfACodeIsDigitsOnly(@ForAll String any) {
        Digits.code(any, 0, 100).ifPresent(code -> assertThat(code).matches("[0-9]+"));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.strings().withChars('l', 'p', 'a').ofLength(10);
    }
}
