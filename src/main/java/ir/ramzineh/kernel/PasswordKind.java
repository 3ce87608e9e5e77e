package ir.ramzineh.kernel;

/** The two passwords of a card; switching one to one-time codes leaves the other as it is (D9). */
public enum PasswordKind {
    /** The card PIN, used where the card is present. Its static form stays alive (S0.6). */
    FIRST,
    /** The password of internet and mobile transactions. Its static form ends with activation (S0.5). */
    SECOND
}
