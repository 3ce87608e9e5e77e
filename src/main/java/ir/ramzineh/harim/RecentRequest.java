package ir.ramzineh.harim;

import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.sms.SmsId;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one press of the button on a payment page, for the owner of the card.
 *
 * @param merchantName as the page gave it; may be empty
 * @param outcome empty while it is being dealt with
 * @param sms the message that carries the code, when one was sent
 */
public record RecentRequest(
        long id,
        Instant askedAt,
        Instant closesAt,
        Transaction payment,
        String merchantName,
        Optional<Delivery> outcome,
        Optional<SmsId> sms) {}
