package ir.ramzineh.issuer;

/** What an entry of a bank's ATM menu may do. */
public enum AtmAction {
    /** Begins the activation of the app's codes for one password (S3.5, S4.5, S7.5, S9.3, S14.5). */
    ACTIVATE,
    /** Switches a way of getting codes on that needs no app (S4.7, S13.1). */
    ACTIVATE_CHANNEL,
    /** Sets or changes the personal PIN (S7.3, S7.14). */
    SET_PIN,
    /** Proves the first code that the app shows, where the phone has no network (design section 4). */
    PROVE,
    /** Switches the app's codes of one or both passwords off (S4.8, S14.8). */
    DEACTIVATE,
    /** Switches a way of getting codes off (S4.9). */
    DEACTIVATE_CHANNEL
}
