package ir.ramzineh.sms;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A provider of which a test says what it answers. */
final class PlayedProvider implements SmsProvider {
    /** What it does with a message; an exception is a lost answer. */
    interface Answer {
        Submission to(OutgoingSms message) throws InterruptedException;
    }

    static final Submission TAKEN = new Submission.Accepted("x");

    final Queue<SmsId> seen = new ConcurrentLinkedQueue<>();
    private final String name;
    private final Answer answer;
    boolean recognises;

    PlayedProvider(Answer answer) {
        this("played", answer);
    }

    PlayedProvider(String name, Answer answer) {
        this.name = name;
        this.answer = answer;
    }

    long times(SmsId id) {
        return seen.stream().filter(id::equals).count();
    }

    @Override
    public Submission submit(OutgoingSms message) {
        seen.add(message.id());
        try {
            return answer.to(message);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean recognisesRepeats() {
        return recognises;
    }

    @Override
    public String name() {
        return name;
    }
}
