package ir.ramzineh.numberchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.number-change.*}; the time without codes stands with the customers.
 *
 * @param registerSilent what happens where the register of numbers gives no answer
 * @param askAfter how long the bank may owe the answer to a change before it is asked which number it has, and before
 *     two people may give the change up
 */
@ConfigurationProperties("ramzineh.number-change")
record NumberChangeSettings(
        @DefaultValue("refuse") RegisterSilent registerSilent,
        @DefaultValue("2h") Duration askAfter) {

    /** Without an answer of the register. */
    enum RegisterSilent {
        /** Nothing is proposed. */
        REFUSE,
        /** It is proposed, marked as not proven for the second person. */
        MARK
    }
}
