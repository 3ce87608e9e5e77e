package ir.ramzineh.verification;

import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.TransactionType;
import java.time.Instant;
import java.util.List;

/**
 * One use, or attempted use, of a code.
 *
 * @param id worth nothing with another card
 * @param detail numbers for the places of the sentence {@link Reason#key()}
 */
public record RecentVerification(
        long id,
        Instant at,
        PasswordKind kind,
        TransactionType type,
        Rial amount,
        String merchantId,
        String terminalId,
        Verdict verdict,
        Reason reason,
        List<Long> detail) {

    public RecentVerification {
        detail = List.copyOf(detail);
    }
}
