package ir.ramzineh.verification;

import ir.ramzineh.issued.MadeCode;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.otp.CodeComparison;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks for a code among those the bank made on request. */
final class MadeCodes {
    private MadeCodes() {}

    /** Every one is compared in constant time, found or not. */
    static Finding find(List<MadeCode> made, String code, Transaction transaction, Instant now) {
        Finding found = new Finding.Nothing();
        for (MadeCode candidate : made) {
            boolean equal = CodeComparison.equal(candidate.code(), code);
            Finding here = classify(candidate, transaction, now);
            found = equal && !(found instanceof Finding.Made) ? here : found;
        }
        return found;
    }

    private static Finding classify(MadeCode made, Transaction transaction, Instant now) {
        return switch (made.state()) {
            case USED, BURNT -> new Finding.Used();
            case REPLACED -> new Finding.Late(0, null);
            case LIVE -> {
                if (!now.isBefore(made.expiresAt())) {
                    yield new Finding.Late(
                            Duration.between(made.expiresAt(), now).toSeconds(), null);
                }
                boolean fits = made.payment().isEmpty() || made.payment().get().equals(transaction);
                yield fits ? new Finding.Made(made) : new Finding.MadeForOther(made);
            }
        };
    }
}
