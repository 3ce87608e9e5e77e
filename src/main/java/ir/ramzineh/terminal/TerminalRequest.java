package ir.ramzineh.terminal;

import ir.ramzineh.kernel.CardNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A wish of a customer who stands at an ATM, whose card and first password the switch has checked.
 *
 * @param channel the registered client that asks
 * @param requestId the client's own name for this wish, 1 to {@value #REQUEST_ID_LENGTH_MAX} characters; a repeated one
 *     gets the answer it got before
 * @param terminalId the machine, at most 40 characters
 * @param entry id of the menu entry
 * @param language of the answer
 * @param mobile the number that the customer typed; null where the bank shows it
 * @param mobileConfirmed the customer said that the number shown is right
 * @param pin the personal PIN chosen just now
 * @param code the first code of the app
 */
public record TerminalRequest(
        String channel,
        String requestId,
        String terminalId,
        CardNumber card,
        String entry,
        Locale language,
        @Nullable String mobile,
        boolean mobileConfirmed,
        @Nullable String pin,
        @Nullable String code) {
    public static final int REQUEST_ID_LENGTH_MAX = 64;
    public static final int TERMINAL_ID_LENGTH_MAX = 40;

    /** Without what was typed. */
    @Override
    public String toString() {
        return "TerminalRequest[" + requestId + ", " + entry + "]";
    }
}
