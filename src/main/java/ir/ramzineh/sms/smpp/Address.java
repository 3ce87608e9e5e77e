package ir.ramzineh.sms.smpp;

import java.util.regex.Pattern;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/**
 * An address with its type (SMPP 3.4, 5.2.5 and 5.2.6).
 *
 * @param digits as it stands in the message, without plus sign
 */
record Address(String digits, TypeOfNumber type, NumberingPlanIndicator plan) {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9 ]{0,10}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final int SHORT_LENGTH_MAX = 8;

    static boolean usable(String sender) {
        return WORDS.matcher(sender).matches() || NUMBER.matcher(sender).matches();
    }

    static Address of(String address) {
        if (WORDS.matcher(address).matches()) {
            return new Address(address, TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN);
        }
        if (address.startsWith("+")) {
            return new Address(address.substring(1), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN);
        }
        return address.length() <= SHORT_LENGTH_MAX
                ? new Address(address, TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN)
                : new Address(address, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.ISDN);
    }
}
