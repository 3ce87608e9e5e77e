package ir.ramzineh.numberchange;

/** What the teller held in the hand. The text is {@code identity-document.<name>}. */
public enum IdentityDocument {
    NATIONAL_CARD,
    BIRTH_CERTIFICATE,
    PASSPORT,
    DRIVING_LICENCE
}
