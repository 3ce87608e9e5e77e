package ir.ramzineh.registration;

import ir.ramzineh.credential.CodeSent;
import java.time.Instant;

/** Where a sign-up stands; one record per step (S1.2 to S1.10), {@code endsAt} by the server's clock. */
public sealed interface RegistrationView {
    /** Step 2: waits for the activation ID and the birth date. */
    record AwaitingActivation(CodeSent sent, Instant endsAt) implements RegistrationView {}

    /** Step 3: waits for a card of this person. */
    record AwaitingCard(int triesLeftToday, Instant endsAt) implements RegistrationView {}

    /** Step 4: waits for agreement to the terms. */
    record AwaitingTerms(Instant endsAt) implements RegistrationView {}

    /** After the terms: waits for a user name and a password. */
    record AwaitingCredentials(Instant endsAt) implements RegistrationView {}

    /** There is a customer now; sign-in is the next page. */
    record Completed() implements RegistrationView {}

    /** Over. */
    record Ended(Reason reason) implements RegistrationView {}

    /** Why a sign-up is over. */
    enum Reason {
        /** Out of time, or never begun. */
        EXPIRED,
        /** Too many wrong activation IDs or birth dates. */
        OUT_OF_TRIES,
        /** Too many wrong cards today; said only after the phone was proven. */
        CARD_TRIES_USED,
        /** Somebody with this national ID signed up meanwhile; said only after phone and card were proven. */
        ALREADY_REGISTERED
    }
}
