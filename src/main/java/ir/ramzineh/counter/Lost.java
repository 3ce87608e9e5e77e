package ir.ramzineh.counter;

import ir.ramzineh.issuer.CodeChannel;
import java.util.EnumSet;
import java.util.Set;

/** What the customer at the counter has no more. */
public enum Lost {
    /** The phone with its app; the SIM of the registered number is at hand, or in another phone. */
    PHONE,
    /** The SIM alone. */
    SIM,
    PHONE_AND_SIM;

    /**
     * Of these ways, those whose codes do not reach whoever found what was lost: with the SIM goes every way to the
     * registered number.
     */
    public Set<CodeChannel> leaves(Set<CodeChannel> ways) {
        Set<CodeChannel> left = EnumSet.noneOf(CodeChannel.class);
        ways.stream().filter(way -> this == PHONE || !way.reachesTheNumber()).forEach(left::add);
        return left;
    }
}
