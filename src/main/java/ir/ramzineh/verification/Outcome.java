package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question.
 *
 * @param detailA first number of the reason's sentence
 * @param detailB second number of it
 * @param card absent for a card the portal does not know
 * @param age of the code, where it was one
 */
record Outcome(
        Reason reason,
        @Nullable Long detailA,
        @Nullable Long detailB,
        @Nullable CardId card,
        @Nullable CodeAge age) {
    static Outcome of(Reason reason, @Nullable CardId card) {
        return new Outcome(reason, null, null, card, null);
    }

    static Outcome of(Reason reason, long detail, CardId card) {
        return new Outcome(reason, detail, null, card, null);
    }

    static Outcome of(Reason reason, long detailA, long detailB, CardId card) {
        return new Outcome(reason, detailA, detailB, card, null);
    }

    Outcome seen(@Nullable CodeAge its) {
        return new Outcome(reason, detailA, detailB, card, its);
    }

    Verdict verdict() {
        return reason == Reason.ACCEPTED ? Verdict.ACCEPTED : Verdict.REFUSED;
    }
}
