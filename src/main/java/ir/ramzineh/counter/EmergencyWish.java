package ir.ramzineh.counter;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.InvalidValueException;
import java.util.Set;

/**
 * What is asked for at the counter.
 *
 * @param lost what is lost, which decides the ways that are safe
 * @param ways in the place of the app
 * @param days how long, from the approval on
 */
public record EmergencyWish(Lost lost, Set<CodeChannel> ways, int days) {
    public EmergencyWish {
        ways = Set.copyOf(ways);
    }

    /**
     * Refuses what is out of bounds.
     *
     * @param offered ways without the app that the bank offers for the password
     * @throws InvalidValueException fewer than one day or more than the most; no way, one that is not offered, or one that
     *     is lost with the SIM
     */
    void require(Set<CodeChannel> offered, int daysMax) {
        if (days < 1 || days > daysMax) {
            throw new InvalidValueException("error.emergency.days", daysMax);
        }
        if (ways.isEmpty() || !lost.leaves(offered).containsAll(ways)) {
            throw new InvalidValueException(lost == Lost.PHONE ? "error.emergency.ways" : "error.emergency.sim");
        }
    }
}
