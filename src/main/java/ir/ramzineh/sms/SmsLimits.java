package ir.ramzineh.sms;

import org.springframework.stereotype.Service;

/**
 * How often messages may be asked for, per number, national ID and client address (security case 8): growing waits and
 * daily caps, counted in the database by conditional updates, so that parallel requests and other nodes count too.
 *
 * <p>Waits are counted per purpose: a sign-in code does not have to wait for the activation ID of a minute ago. Caps are
 * counted over all purposes as well.
 */
@Service
public class SmsLimits {
    /**
     * Counts one message for all subjects, or for none of them. Joins the caller's transaction if there is one, and
     * then is undone with it.
     *
     * @param purpose what the message is for, at most 40 characters
     */
    public LimitDecision tryAcquire(String purpose, LimitSubject... subjects) {
        throw new UnsupportedOperationException(purpose + subjects.length);
    }
}
