package ir.ramzineh.sms;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import org.jspecify.annotations.Nullable;

/** Who knows that codes must not go to a number now. Asked for every message with a code, whoever wants to send it. */
public interface CodeHold {
    /**
     * Whether a message with a code stays here.
     *
     * @param customer whom it is meant for, if somebody in particular
     */
    boolean holds(@Nullable CustomerId customer, MobileNumber to);
}
