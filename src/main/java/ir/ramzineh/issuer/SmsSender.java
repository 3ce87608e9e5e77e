package ir.ramzineh.issuer;

import java.util.Optional;

/**
 * How the bank appears in text messages.
 *
 * @param sender sender shown by the phone, such as {@code Bank Mellat} (S6.4): up to 11 letters for most operators
 * @param bankName name of the bank inside the text
 * @param shortNumber where customers text to (S6.3); present wherever {@link CodeChannel#SMS_TEXT_IN} is offered
 */
public record SmsSender(String sender, LocalizedText bankName, Optional<String> shortNumber) {}
