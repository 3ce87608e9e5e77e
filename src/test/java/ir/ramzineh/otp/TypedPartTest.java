package ir.ramzineh.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ir.ramzineh.kernel.Digits;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedPartTest {
    private static final PartFormat RECEIPT = new PartFormat(1, PartAlphabet.DIGITS, 8);
    private static final PartFormat SMS = new PartFormat(2, PartAlphabet.LETTERS, 114);

    /** The shapes of the requirements: 8 + 114 (S3.5, S3.6), 8 + 120 (I13), a screen code and a short SMS code (S1.14). */
    @ParameterizedTest
    @CsvSource({"DIGITS, 8", "LETTERS, 8", "LETTERS, 16", "LETTERS, 114", "LETTERS, 120", "DIGITS, 120", "DIGITS, 6"})
    void everyWrongSignAndEveryAdjacentSwapIsFound(PartAlphabet alphabet, int length) {
        PartFormat format = new PartFormat(2, alphabet, length);
        for (long seed = 0; seed < 5; seed++) {
            String text = TypedPart.random(format, new Random(seed)).text();
            assertThat(text).hasSize(length);
            for (int i = 0; i < length; i++) {
                for (char sign : alphabet.symbols().toCharArray()) {
                    if (sign != text.charAt(i)) {
                        String wrong = text.substring(0, i) + sign + text.substring(i + 1);
                        assertThat(read(wrong, format)).isEqualTo(new PartReading.Mistyped(2));
                    }
                }
                if (i + 1 < length && text.charAt(i) != text.charAt(i + 1)) {
                    assertThat(read(swapped(text, i, i + 1), format)).isEqualTo(new PartReading.Mistyped(2));
                }
            }
        }
    }

    @Property
    void aSwapOfAnyTwoLettersIsFound(
            @ForAll long seed, @ForAll @IntRange(max = 119) int one, @ForAll @IntRange(max = 119) int other) {
        PartFormat format = new PartFormat(1, PartAlphabet.LETTERS, 120);
        String text = TypedPart.random(format, new Random(seed)).text();
        if (text.charAt(one) != text.charAt(other)) {
            String wrong = swapped(text, Math.min(one, other), Math.max(one, other));
            assertThat(read(wrong, format)).isEqualTo(new PartReading.Mistyped(1));
        }
    }

    @Property
    void partsInEachOthersFieldsAreNamed(@ForAll long seed, @ForAll PartAlphabet alphabet) {
        List<PartFormat> alike = List.of(new PartFormat(1, alphabet, 16), new PartFormat(2, alphabet, 16));
        List<TypedPart> parts = ActivationKeys.split(alike, new Random(seed));
        assertThat(TypedPart.read(parts.get(1).text(), alike.get(0), alike)).isEqualTo(new PartReading.OtherPart(1, 2));
        assertThat(TypedPart.read(parts.get(0).text(), alike.get(1), alike)).isEqualTo(new PartReading.OtherPart(2, 1));
        assertThat(TypedPart.read(parts.get(0).text(), alike.get(0), alike))
                .isEqualTo(new PartReading.Good(parts.get(0)));
    }

    @Test
    void receiptAndSmsInEachOthersFieldsAreNamed() {
        List<PartFormat> formats = List.of(RECEIPT, SMS);
        List<TypedPart> parts = ActivationKeys.split(formats, new Random(1));
        assertThat(TypedPart.read(parts.get(1).text(), RECEIPT, formats)).isEqualTo(new PartReading.OtherPart(1, 2));
        assertThat(TypedPart.read(parts.get(0).text(), SMS, formats)).isEqualTo(new PartReading.OtherPart(2, 1));
    }

    @Property
    void aPartIsReadAsPeopleTypeIt(@ForAll long seed) {
        TypedPart digits = TypedPart.random(RECEIPT, new Random(seed));
        assertThat(read(" " + Digits.toPersian(digits.grouped()) + "\n", RECEIPT))
                .isEqualTo(new PartReading.Good(digits));
        TypedPart letters = TypedPart.random(SMS, new Random(seed));
        String typed = letters.grouped()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-')
                .replace('1', 'l')
                .replace('0', 'o');
        assertThat(read(typed, SMS)).isEqualTo(new PartReading.Good(letters));
        assertThat(read(letters.grouped().replace(" ", "\r\n"), SMS)).isEqualTo(new PartReading.Good(letters));
    }

    @Test
    void whatIsMissingOrForeignIsNamed() {
        assertThat(read("1234567", RECEIPT)).isEqualTo(new PartReading.WrongLength(1, 8, 7));
        assertThat(read("", RECEIPT)).isEqualTo(new PartReading.WrongLength(1, 8, 0));
        assertThat(read("123 45x78", RECEIPT)).isEqualTo(new PartReading.ForeignSign(1, 6));
        assertThat(read("U".repeat(114), SMS)).isEqualTo(new PartReading.ForeignSign(2, 1));
        assertThat(read("１２３４５６７８", RECEIPT)).isEqualTo(new PartReading.ForeignSign(1, 1));
        assertThat(read("1".repeat(100_000), RECEIPT)).isInstanceOf(PartReading.WrongLength.class);
    }

    @Test
    void aPartNeverPrints() {
        TypedPart part = TypedPart.random(SMS, new Random(1));
        assertThat(part).hasToString("TypedPart[2]");
        assertThat(new PartReading.Good(part).toString()).doesNotContain(part.text());
        assertThat(ScannedPart.random(1, new Random(1))).hasToString("ScannedPart[1]");
        assertThat(OtpKey.random(new Random(1), 32)).hasToString("OtpKey[32 bytes]");
    }

    @Test
    void aStoredPartIsOpenedOnlyAsWhatItWas() {
        TypedPart part = TypedPart.random(RECEIPT, new Random(1));
        assertThat(TypedPart.of(RECEIPT, part.text())).isEqualTo(part);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypedPart.of(new PartFormat(2, PartAlphabet.DIGITS, 8), part.text()))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(part.text()));
    }

    @Test
    void formatsHaveLimits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PartFormat(0, PartAlphabet.DIGITS, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartFormat(5, PartAlphabet.DIGITS, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartFormat(1, PartAlphabet.DIGITS, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartFormat(1, PartAlphabet.LETTERS, 161));
    }

    @Test
    void dammsOwnExample() {
        assertThat(PartAlphabet.DIGITS.checkOf(0, "572")).isEqualTo("4");
    }

    private static PartReading read(String typed, PartFormat format) {
        return TypedPart.read(typed, format, List.of(format));
    }

    private static String swapped(String text, int i, int j) {
        return text.substring(0, i)
                + text.charAt(j)
                + text.substring(i + 1, j)
                + text.charAt(i)
                + text.substring(j + 1);
    }
}
