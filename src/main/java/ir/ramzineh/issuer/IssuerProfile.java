package ir.ramzineh.issuer;

import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.util.List;
import java.util.Optional;

/**
 * What one bank wants, as read and checked from its file; docs/issuer-profiles.md describes every field.
 *
 * @param key short name of the bank and of its file: {@code melli}, {@code mehr-iran}
 * @param name name shown to customers
 * @param colours colours of its cards
 * @param bins prefixes of its card numbers, 6 or 8 digits each; no other bank has the same
 * @param first codes in place of the card PIN
 * @param second codes in place of the second password
 * @param activation life and parts of an activation
 * @param wrongCodeLimit consecutive wrong codes that switch a card's codes off until they are activated again (S7.13);
 *     1 to 5
 * @param wrongCodeLimitText said when that has happened
 * @param secondActivatedText said after the second password has become dynamic (S9.2)
 * @param firstActivatedText said after the first password has become dynamic (S0.6)
 * @param financialOnlyText that codes serve financial transactions only and changing a password needs the static one
 *     (S5.3)
 * @param safetyNotice the bank's warning before an activation (S0.8, S0.9)
 * @param purchaseNotice the notice during internet purchases (S0.2)
 * @param harim codes for single payments; present exactly where a password offers {@link CodeChannel#HARIM}
 * @param smallAmountLimit total of a card's payments with the static second password in 24 hours, for customers who
 *     accept the risk, at most 1,000,000 (I8); absent where the bank allows none
 * @param boundCodes codes of the app with a life and a cap of the customer's own (S5.6); absent where there are none
 * @param giftCards rule for gift cards
 * @param sms how the bank appears in text messages
 * @param ussd codes by dialling; present exactly where a password offers {@link CodeChannel#USSD}
 * @param atm what its ATMs offer about codes; empty where they offer nothing
 */
public record IssuerProfile(
        String key,
        LocalizedText name,
        Colours colours,
        List<String> bins,
        PasswordProfile first,
        PasswordProfile second,
        ActivationRules activation,
        int wrongCodeLimit,
        LocalizedText wrongCodeLimitText,
        LocalizedText secondActivatedText,
        LocalizedText firstActivatedText,
        LocalizedText financialOnlyText,
        LocalizedText safetyNotice,
        LocalizedText purchaseNotice,
        Optional<HarimRules> harim,
        Optional<Rial> smallAmountLimit,
        Optional<BoundCodes> boundCodes,
        GiftCards giftCards,
        SmsSender sms,
        Optional<UssdRules> ussd,
        Optional<AtmProfile> atm) {

    /** The profile of one of the two passwords. */
    public PasswordProfile password(PasswordKind kind) {
        return switch (kind) {
            case FIRST -> first;
            case SECOND -> second;
        };
    }

    /** What is said after {@code kind} has become dynamic. */
    public LocalizedText activatedText(PasswordKind kind) {
        return switch (kind) {
            case FIRST -> firstActivatedText;
            case SECOND -> secondActivatedText;
        };
    }
}
