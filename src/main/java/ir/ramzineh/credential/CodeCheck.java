package ir.ramzineh.credential;

/** What a typed code is worth. */
public sealed interface CodeCheck {
    /**
     * Right. It counts once {@link SmsChallenges#use} said so in the transaction of the deed.
     *
     * @param triesLeft what would remain if the caller refuses for another reason
     */
    record Right(int triesLeft) implements CodeCheck {}

    /** Wrong; so many tries remain, 0 means that the challenge is over. */
    record Wrong(int triesLeft) implements CodeCheck {}

    /** Too late for this code; it was not looked at. */
    record Expired() implements CodeCheck {}

    /** Used, out of tries or out of time; it was not looked at. */
    record Ended() implements CodeCheck {}
}
