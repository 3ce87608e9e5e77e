package ir.ramzineh.sms;

/** What the provider said. An exception or no answer in time means that nobody knows whether the message went out. */
public sealed interface Submission {
    /**
     * Taken; the provider is responsible now.
     *
     * @param reference the provider's own id, at most 100 characters, to match delivery reports
     */
    record Accepted(String reference) implements Submission {}

    /**
     * Certainly not taken, and a retry is worthless: wrong number, blocked recipient.
     *
     * @param reason the provider's code, at most 100 characters, without message data
     */
    record Rejected(String reason) implements Submission {}

    /**
     * Certainly not taken, try again: throttled, connection refused.
     *
     * @param reason as above
     */
    record Deferred(String reason) implements Submission {}
}
