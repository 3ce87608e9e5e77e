package ir.ramzineh.cases;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.otp.BoundCode;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.time.Instant;

/**
 * Somebody with one card, its registered phone and an app on it.
 *
 * @param bankCard row of the card in the bank's own system
 */
record Owner(
        NationalId nationalId,
        MobileNumber mobile,
        CustomerId customer,
        CardNumber number,
        CardId card,
        long bankCard,
        OtpKey key) {
    private static final TotpSpec CODES = new TotpSpec(HashAlgorithm.SHA256, 7, 60);

    /** What the app shows at a moment. */
    String appCode(Instant at) {
        return CODES.code(key, CODES.step(at));
    }

    /** What the app shows for one payment. */
    String appCodeFor(Transaction payment, Instant at) {
        return BoundCode.payment(
                key,
                7,
                payment.type().name(),
                payment.amount().amount(),
                payment.merchantId(),
                payment.terminalId(),
                BoundCode.step(at));
    }
}
