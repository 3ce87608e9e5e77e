package ir.ramzineh.issuer;

/** Ways in which codes of a card password may reach the customer (S0.7); each can be switched off. */
public enum CodeChannel {
    /** Codes an authenticator on the phone makes. */
    APP,
    /** Codes the bank texts back after the customer sent in the last four digits of the card (S6.3). */
    SMS_TEXT_IN,
    /** Codes for one payment, asked for on a payment page (S11). */
    HARIM,
    /** Codes read on the screen of any telephone after dialling the short code of the bank (S0.7). */
    USSD;

    /**
     * Whether codes of this way reach the registered number, by message or on the screen that dialled (D3): whoever has
     * its SIM has them.
     */
    public boolean reachesTheNumber() {
        return switch (this) {
            case APP -> false;
            case SMS_TEXT_IN, HARIM, USSD -> true;
        };
    }
}
