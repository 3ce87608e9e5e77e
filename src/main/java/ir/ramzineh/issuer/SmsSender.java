package ir.ramzineh.issuer;

/**
 * How the bank appears in text messages.
 *
 * @param sender sender shown by the phone, such as {@code Bank Mellat} (S6.4): up to 11 letters for most operators
 * @param bankName name of the bank inside the text
 */
public record SmsSender(String sender, LocalizedText bankName) {}
