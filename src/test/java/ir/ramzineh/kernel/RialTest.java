package ir.ramzineh.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RialTest {
    @ParameterizedTest
    @CsvSource({"'4,330,000', 4330000", "۴٬۳۳۰٬۰۰۰, 4330000", "0, 0", "1000000000000000, 1000000000000000"})
    void amountsAreReadWithSeparators(String typed, long amount) {
        assertThat(Rial.of(typed)).isEqualTo(new Rial(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "+1", "ten", "1e6", "1000000000000001", "99999999999999999999"})
    void whatIsNoAmountIsRefused(String typed) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Rial.of(typed));
    }

    @Test
    void sumsStayInRange() {
        assertThat(new Rial(2).plus(new Rial(3))).isEqualTo(new Rial(5)).isGreaterThan(Rial.ZERO);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Rial(1_000_000_000_000_000L).plus(new Rial(1)));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Rial(-1));
    }
}
