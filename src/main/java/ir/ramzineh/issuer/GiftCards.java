package ir.ramzineh.issuer;

/**
 * What holds for the bank's gift cards.
 *
 * @param dynamicPasswords whether gift cards may have one-time codes; usually not (S5.10, I9)
 * @param text what the customer reads on a gift card that may not
 */
public record GiftCards(boolean dynamicPasswords, LocalizedText text) {}
