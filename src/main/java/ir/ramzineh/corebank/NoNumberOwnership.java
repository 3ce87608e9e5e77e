package ir.ramzineh.corebank;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** No register is connected: nothing is ever known about a number. */
@Component
@ConditionalOnProperty(name = "ramzineh.number-ownership.adapter", havingValue = "none", matchIfMissing = true)
class NoNumberOwnership implements NumberOwnership {
    @Override
    public Answer ask(NationalId person, MobileNumber number) {
        return Answer.NO_ANSWER;
    }
}
