package ir.ramzineh.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/**
 * An Iranian mobile number. Codes are sent to no other: foreign and premium numbers are the price list of SMS fraud.
 * Prints masked.
 *
 * @param e164 {@code +989} and nine digits
 */
public record MobileNumber(String e164) {
    private static final Pattern CANONICAL = Pattern.compile("\\+989[0-9]{9}");
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9]{1,20}");
    private static final String REGION = "IR";

    /** @throws InvalidValueException if {@code e164} is not an Iranian mobile number in E.164 form */
    public MobileNumber {
        if (!CANONICAL.matcher(e164).matches()) {
            throw new InvalidValueException("error.mobile-number.iranian");
        }
    }

    /**
     * Reads what a person typed: with 0, +98, 0098 or without a prefix, with spaces, dashes and brackets.
     *
     * @throws InvalidValueException {@code error.mobile-number.digits} for other signs, {@code
     *     error.mobile-number.iranian} for numbers that are not Iranian mobile numbers
     */
    public static MobileNumber of(String typed) {
        String dialled = Digits.typed(typed);
        if (!DIALLED.matcher(dialled).matches()) {
            throw new InvalidValueException("error.mobile-number.digits");
        }
        try {
            PhoneNumber number = PhoneNumberUtil.getInstance().parse(dialled, REGION);
            return new MobileNumber("+" + number.getCountryCode() + number.getNationalNumber());
        } catch (NumberParseException unreadable) {
            // The cause stays behind: its message may quote the number.
            throw new InvalidValueException("error.mobile-number.iranian");
        }
    }

    /** As dialled at home: {@code 09122002580}. */
    public String national() {
        return "0" + e164.substring(3);
    }

    /** Operator and the last three digits: {@code 0912****580}. */
    public String masked() {
        String national = national();
        return national.substring(0, 4) + "****" + national.substring(8);
    }

    /** Masked, so that it may stand in a log. */
    @Override
    public String toString() {
        return masked();
    }
}
