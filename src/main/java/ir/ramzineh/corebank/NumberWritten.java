package ir.ramzineh.corebank;

/** What came of writing a number to the bank. */
public enum NumberWritten {
    /** The number is registered now, or was already. */
    WRITTEN,
    /** Another number than the expected one is registered; nothing changed. */
    OTHER_NUMBER,
    /** The bank knows nobody with this national ID. */
    UNKNOWN_PERSON
}
