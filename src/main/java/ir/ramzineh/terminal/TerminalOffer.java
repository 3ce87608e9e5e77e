package ir.ramzineh.terminal;

import ir.ramzineh.issuer.AtmAction;
import ir.ramzineh.issuer.Colours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ATM may offer for a card, in the bank's own words.
 *
 * @param bank key of the bank; empty for a card of another bank
 * @param bankName its name
 * @param colours the bank's colours; null for a card of another bank
 * @param card first six and last four digits
 * @param mobile the registered number, masked: {@code 0912****580}
 * @param mobileTyped whether the customer types it to be compared; otherwise it is shown to be confirmed
 * @param branchText what to show who says that the number is not right
 * @param pinDigits digits of the personal PIN, 0 where the bank has none
 * @param refusal why nothing is offered; empty where something is
 * @param menu the entries of the first screen
 */
public record TerminalOffer(
        String bank,
        String bankName,
        @Nullable Colours colours,
        String card,
        String mobile,
        boolean mobileTyped,
        String branchText,
        int pinDigits,
        String refusal,
        List<Entry> menu) {
    public TerminalOffer {
        menu = List.copyOf(menu);
    }

    /**
     * One line of the menu.
     *
     * @param entries further entries; none where {@code action} is given
     * @param asks what to ask for before the wish is sent, in this order
     * @param message to be read and confirmed first; empty where there is none
     */
    public record Entry(
            String id, String label, @Nullable AtmAction action, List<Ask> asks, String message, List<Entry> entries) {
        public Entry {
            asks = List.copyOf(asks);
            entries = List.copyOf(entries);
        }
    }

    /** What the customer has to give. */
    public enum Ask {
        /** Read the message and agree. */
        MESSAGE,
        /** Type the registered mobile number. */
        MOBILE_TYPED,
        /** Confirm the registered number that is shown. */
        MOBILE_SHOWN,
        /** Choose a personal PIN, twice the same. */
        PIN,
        /** Type the first code that the app shows. */
        CODE,
        /** Read what will be true afterwards, and say yes. */
        REMAINS
    }
}
