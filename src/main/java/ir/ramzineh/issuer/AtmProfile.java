package ir.ramzineh.issuer;

import ir.ramzineh.issuer.ActivationRules.TextPart;
import java.util.List;
import java.util.Optional;

/**
 * What the bank's ATMs and kiosks offer about one-time codes.
 *
 * @param mobile how the registered number is confirmed before something begins
 * @param branchText what the customer reads when that number is not the right one (S3.4, S4.4)
 * @param receiptPart the part of a key on the receipt; present exactly where an entry uses {@link
 *     ActivationWay#RECEIPT_AND_SMS}
 * @param receiptSmsPart the part that belongs to it and goes by SMS
 * @param serial the serial number on the receipt; present exactly where an entry uses {@link
 *     ActivationWay#SERIAL_AND_SMS}
 * @param appLink where the app is got, sent along with the code (S9.4)
 * @param pin the rule of the personal PIN; where it is present, every key that begins at the ATM is bound to one
 * @param menu the entries of the first screen, 1 to {@value #ENTRIES_MAX}
 */
public record AtmProfile(
        Mobile mobile,
        LocalizedText branchText,
        Optional<TextPart> receiptPart,
        Optional<TextPart> receiptSmsPart,
        Optional<TextPart> serial,
        Optional<String> appLink,
        Optional<PinRule> pin,
        List<AtmEntry> menu) {

    /** As many as a screen has buttons. */
    public static final int ENTRIES_MAX = 8;

    /** How the customer confirms the number that the bank has registered. */
    public enum Mobile {
        /** It is shown, masked, and confirmed (S4.4, S4.7). */
        SHOWN,
        /** The customer types it and it is compared (S3.3, S9.3, S14.5). */
        TYPED
    }

    public AtmProfile {
        menu = List.copyOf(menu);
    }

    /** The action with this id; empty where there is none, or a mere group. */
    public Optional<AtmEntry.Action> action(String id) {
        return menu.stream()
                .flatMap(AtmEntry::flat)
                .filter(entry -> entry.id().equals(id))
                .filter(AtmEntry.Action.class::isInstance)
                .map(AtmEntry.Action.class::cast)
                .findFirst();
    }
}
