package ir.ramzineh.fraudcase;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Rial;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One report.
 *
 * @param happenedAt when the thing pointed at happened; absent for a card as a whole
 * @param what type of transaction, purpose of the message or kind of event; {@code card} for a card as a whole
 * @param merchant as the channel named it, as are terminal and amount; absent where no payment is known
 * @param handling who of the staff took it and how it ended; empty while nobody has
 */
public record FraudCase(
        long id,
        CustomerId customer,
        CardId card,
        Suspect suspect,
        ReportedBy reportedBy,
        Instant reportedAt,
        @Nullable Instant happenedAt,
        String what,
        @Nullable Rial amount,
        @Nullable String merchant,
        @Nullable String terminalId,
        CaseState state,
        Optional<CaseHandling> handling) {}
