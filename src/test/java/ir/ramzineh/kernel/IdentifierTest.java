package ir.ramzineh.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ir.ramzineh.Vectors;
import ir.ramzineh.Vectors.Row;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** National IDs, card numbers and mobile numbers: what they refuse, and that they print masked. */
class IdentifierTest {
    static Stream<Row> nationalIds() {
        return Vectors.rows("iran-national-id");
    }

    static Stream<Row> cards() {
        return Vectors.rows("iran-cards");
    }

    static Stream<Row> mobiles() {
        return Vectors.rows("iran-mobile");
    }

    static Stream<Row> masks() {
        return Vectors.rows("pan-masking");
    }

    @ParameterizedTest
    @MethodSource("nationalIds")
    void nationalIds(Row row) {
        boolean accepted = switch (row.get("expect")) {
            case "VALID", "VALID_AFTER_NORMALISE" -> true;
            case "INVALID" -> false;
            // Decided: exactly ten digits, so nothing is filled up.
            case "DECIDE" -> false;
            // Decided: invisible marks that came with a paste are forgiven; foreign digits, signs and exponents are
            // not.
            case "INVALID_OR_DECIDE" -> List.of("ZWNJ inside", "RLM prefix").contains(row.get("why"));
            default -> throw new AssertionError(row.get("expect"));
        };
        assertThat(isAccepted(() -> NationalId.of(row.get("input")))).isEqualTo(accepted);
    }

    @ParameterizedTest
    @MethodSource("cards")
    void cardNumbers(Row row) {
        // The last sign of the list is the bank's prefix: the issuer profiles know those, a number alone does not.
        boolean onlyTheIssuerIsUnknown = row.get("why").startsWith("luhn ok")
                && row.get("why").endsWith("not listed")
                && !row.get("pan").matches("(.)\\1*");
        assertThat(isAccepted(() -> CardNumber.of(row.get("pan"))))
                .isEqualTo(row.get("expect").equals("VALID") || onlyTheIssuerIsUnknown);
    }

    @ParameterizedTest
    @MethodSource("mobiles")
    void mobileNumbers(Row row) {
        if (row.get("expect").equals("INVALID")) {
            assertThat(isAccepted(() -> MobileNumber.of(row.get("input")))).isFalse();
        } else {
            assertThat(MobileNumber.of(row.get("input")).e164()).isEqualTo(row.get("canonical_e164"));
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aMaskedCardNumberShowsBinAndLastFourAtMost(Row row) {
        // One published number has no valid check digit; ours gets one.
        String digits = withCheckDigit(row.get("pan").substring(0, 15));
        CardNumber card = new CardNumber(digits);
        assertThat(card.masked())
                .isEqualTo(digits.substring(0, 6) + "******" + digits.substring(12))
                .doesNotContain(row.get("must_not_contain"));
        assertThat(card).hasToString(card.masked());
    }

    @ParameterizedTest
    @CsvSource({
        "049937089a, error.national-id.digits",
        "049937089, error.national-id.length",
        "04993708990, error.national-id.length",
        "'', error.national-id.length",
        "4444444444, error.national-id.repeated",
        "0499370892, error.national-id.check-digit",
    })
    void aWrongNationalIdIsToldWhatIsWrong(String typed, String key) {
        assertThat(keyOf(() -> NationalId.of(typed))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "6219 8610 3452 900x, error.card-number.digits",
        "621986103452900, error.card-number.length",
        "62198610345290070000, error.card-number.length",
        "0000000000000000, error.card-number.repeated",
        "6219861034529008, error.card-number.check-digit",
    })
    void aWrongCardNumberIsToldWhatIsWrong(String typed, String key) {
        assertThat(keyOf(() -> CardNumber.of(typed))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "0912-200-258x, error.mobile-number.digits",
        "'', error.mobile-number.digits",
        "02188776655, error.mobile-number.iranian",
        "+447911123456, error.mobile-number.iranian",
        "0912200258, error.mobile-number.iranian",
    })
    void aWrongMobileNumberIsToldWhatIsWrong(String typed, String key) {
        assertThat(keyOf(() -> MobileNumber.of(typed))).isEqualTo(key);
    }

    @Test
    void nothingPrintsInFull() {
        assertThat(NationalId.of("0499370899")).hasToString("*******899");
        assertThat(MobileNumber.of("09122002580")).hasToString("0912****580");
        assertThat(CardNumber.of("6219861034529007")).hasToString("621986******9007");
        assertThat(new CardNumber("6219861034529007").lastFour()).isEqualTo("9007");
        assertThat(MobileNumber.of("+98 912 200 2580").national()).isEqualTo("09122002580");
    }

    @Test
    void anErrorNeverQuotesTheValue() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> NationalId.of("0499370892"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("0499370892"))
                .satisfies(e -> assertThat(e.getCause()).isNull());
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> MobileNumber.of("000989022002580"))
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @Property
    void oneWrongDigitInANationalIdIsNoticed(
            @ForAll("nine") String nine,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String valid = nationalIdOf(nine);
        if (!isAccepted(() -> new NationalId(valid))) {
            return; // all ten alike
        }
        StringBuilder wrong = new StringBuilder(valid);
        wrong.setCharAt(place, (char) ('0' + (valid.charAt(place) - '0' + by) % 10));
        // The rule gives remainders 1 and 10 the same check digit 1, so only there may a slip hide.
        boolean mayHide = valid.endsWith("1") && place < 9;
        assertThat(isAccepted(() -> new NationalId(wrong.toString())) && !mayHide)
                .isFalse();
    }

    @Property
    void oneWrongDigitInACardNumberIsNoticed(
            @ForAll("fifteen") String fifteen,
            @ForAll @IntRange(max = 15) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder wrong = new StringBuilder(withCheckDigit(fifteen));
        wrong.setCharAt(place, (char) ('0' + (wrong.charAt(place) - '0' + by) % 10));
        assertThat(isAccepted(() -> new CardNumber(wrong.toString()))).isFalse();
    }

    @Property
    void aTypedCardNumberIsReadInGroupsOfFourInAnyScript(@ForAll("fifteen") String fifteen) {
        String digits = withCheckDigit(fifteen);
        String grouped = Digits.toPersian(digits.replaceAll("(.{4})(?!$)", "$1-"));
        assertThat(isAccepted(() -> CardNumber.of(grouped))).isEqualTo(isAccepted(() -> new CardNumber(digits)));
    }

    @Test
    void masksDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("fa", "IR"));
            assertThat(CardNumber.of("6219861034529007")).hasToString("621986******9007");
            assertThat(new JalaliDate(1403, 12, 30)).hasToString("1403/12/30");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Provide
    Arbitrary<String> nine() {
        return Arbitraries.strings().numeric().ofLength(9);
    }

    @Provide
    Arbitrary<String> fifteen() {
        return Arbitraries.strings().numeric().ofLength(15);
    }

    private static String nationalIdOf(String nine) {
        for (char check = '0'; check <= '9'; check++) {
            String digits = nine + check;
            if (isAccepted(() -> new NationalId(digits))) {
                return digits;
            }
        }
        return nine + nine.charAt(0);
    }

    private static String withCheckDigit(String fifteen) {
        for (char check = '0'; check <= '9'; check++) {
            String digits = fifteen + check;
            if (isAccepted(() -> new CardNumber(digits))) {
                return digits;
            }
        }
        return fifteen + "0"; // all alike: refused whatever the last digit
    }

    private static boolean isAccepted(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (InvalidValueException refused) {
            return false;
        }
    }

    private static String keyOf(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidValueException refused) {
            return refused.key();
        }
        throw new AssertionError("accepted");
    }
}
