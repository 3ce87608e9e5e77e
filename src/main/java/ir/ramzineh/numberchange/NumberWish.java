package ir.ramzineh.numberchange;

import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;

/**
 * What a teller proposes.
 *
 * @param number to be registered
 * @param document seen at the counter
 * @param lastDigits the last {@value #DIGITS} digits of that document's number or serial: enough to find it again, too few
 *     to be it
 */
public record NumberWish(MobileNumber number, IdentityDocument document, String lastDigits) {
    /** How many digits of the document are noted. */
    public static final int DIGITS = 4;

    /** @throws InvalidValueException {@code error.number-change.document-digits} */
    public NumberWish {
        lastDigits = Digits.code(lastDigits.strip(), DIGITS, DIGITS)
                .orElseThrow(() -> new InvalidValueException("error.number-change.document-digits"));
    }
}
