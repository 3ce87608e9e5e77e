package ir.ramzineh.verification;

import ir.ramzineh.issuer.BoundCodes;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.otp.BoundCode;
import ir.ramzineh.token.TokenKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the codes an app may have made in one minute, bound to something the customer chose.
 *
 * @param cap the largest amount it may approve; null where its life or its payment is all it carries
 */
record BoundCandidate(
        String code, int lifeSeconds, @Nullable Rial cap) {
    /** All that the bank offers: its payment, and every life with every cap and with none. */
    static List<BoundCandidate> of(
            TokenKey token, BoundCodes offered, Transaction transaction, int lifeSeconds, long minute) {
        int digits = token.spec().digits();
        List<BoundCandidate> all = new ArrayList<>();
        String payment = BoundCode.payment(
                token.key(),
                digits,
                transaction.type().name(),
                transaction.amount().amount(),
                transaction.merchantId(),
                transaction.terminalId(),
                minute);
        all.add(new BoundCandidate(payment, lifeSeconds, null));
        for (int life : offered.livesSeconds()) {
            all.add(new BoundCandidate(BoundCode.limited(token.key(), digits, life, 0, minute), life, null));
            for (Rial cap : offered.caps()) {
                String code = BoundCode.limited(token.key(), digits, life, cap.amount(), minute);
                all.add(new BoundCandidate(code, life, cap));
            }
        }
        return all;
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "BoundCandidate[" + lifeSeconds + " s]";
    }
}
