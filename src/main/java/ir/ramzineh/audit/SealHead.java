package ir.ramzineh.audit;

import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the chain at some time. Kept outside the database it shows later that nothing before it was changed and
 * that the end was not cut off.
 *
 * @param number of the block, from 1
 * @param rows in the trail up to its end
 * @param hash of the block, 64 hexadecimal digits
 */
public record SealHead(long number, long rows, String hash) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}):([0-9]{1,18}):([0-9a-f]{64})");
    private static final int TEXT_LENGTH_MAX = 200;

    /**
     * Reads {@link #text()}, with digits of any script and blanks around.
     *
     * @throws InvalidValueException {@code error.audit.head} if it is none
     */
    public static SealHead parse(String typed) {
        if (typed.length() <= TEXT_LENGTH_MAX) {
            Matcher found = TEXT.matcher(Digits.toLatin(typed).strip().toLowerCase(Locale.ROOT));
            if (found.matches()) {
                return new SealHead(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), found.group(3));
            }
        }
        throw new InvalidValueException("error.audit.head");
    }

    /** {@code number:rows:hash}. */
    public String text() {
        return number + ":" + rows + ":" + hash;
    }
}
