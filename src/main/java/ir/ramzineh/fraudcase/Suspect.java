package ir.ramzineh.fraudcase;

import ir.ramzineh.sms.SmsId;

/** What a customer points at and says: it was not me. */
public sealed interface Suspect {
    /** The card as a whole. */
    record WholeCard() implements Suspect {}

    /** A use of a code; its id in the list of recent verifications. */
    record Payment(long verification) implements Suspect {}

    /** A press of the button on a payment page, whether or not a code was sent; its id in the list of recent requests. */
    record Request(long id) implements Suspect {}

    /** A text message, such as one with a code nobody asked for. */
    record Message(SmsId sms) implements Suspect {}

    /** A line of the activity list. */
    record Activity(long id) implements Suspect {}
}
