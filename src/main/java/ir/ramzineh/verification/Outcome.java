package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question.
 *
 * @param detailA first number of the reason's sentence
 * @param detailB second number of it
 * @param card absent for a card the portal does not know
 */
record Outcome(
        Reason reason,
        @Nullable Long detailA,
        @Nullable Long detailB,
        @Nullable CardId card) {
    static Outcome of(Reason reason, @Nullable CardId card) {
        return new Outcome(reason, null, null, card);
    }

    static Outcome of(Reason reason, long detail, CardId card) {
        return new Outcome(reason, detail, null, card);
    }

    static Outcome of(Reason reason, long detailA, long detailB, CardId card) {
        return new Outcome(reason, detailA, detailB, card);
    }

    Verdict verdict() {
        return reason == Reason.ACCEPTED ? Verdict.ACCEPTED : Verdict.REFUSED;
    }
}
