package ir.ramzineh.verification;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Questions about a played card, for tests of what is told about them afterwards. */
public final class Questions {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Verifications verifications;

    public Questions(Verifications verifications) {
        this.verifications = verifications;
    }

    /** The code the phone shows. */
    public Verdict right(PlayedCard card, String channel, Instant at) {
        return verifications.verify(channel, card.ask(id(), card.code(at)));
    }

    /** The code the phone showed a moment ago. */
    public Verdict of(PlayedCard card, String channel, Instant shown) {
        return right(card, channel, shown);
    }

    /** The same question twice, under one id. */
    public void repeat(PlayedCard card, String channel, Instant at) {
        VerificationRequest request = card.ask(id(), card.code(at));
        verifications.verify(channel, request);
        verifications.verify(channel, request);
    }

    /** A code that is none. */
    public Verdict wrong(PlayedCard card, String channel, Instant at, int salt) {
        return verifications.verify(channel, card.ask(id(), card.wrongCode(at, salt)));
    }

    private static String id() {
        return "question-" + NUMBER.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
    }
}
