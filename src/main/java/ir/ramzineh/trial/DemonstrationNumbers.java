package ir.ramzineh.trial;

import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.NumberOwnership;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A register of numbers for the trial: a number that the demonstration bank has for other people alone is theirs, any
 * other one belongs to whoever says so, and about numbers that end with 0000 it gives no answer.
 */
@Component
@ConditionalOnProperty(name = "ramzineh.number-ownership.adapter", havingValue = "trial")
class DemonstrationNumbers implements NumberOwnership {
    private static final String SILENT = "0000";

    private final CoreBank bank;

    DemonstrationNumbers(CoreBank bank) {
        this.bank = bank;
    }

    @Override
    public Answer ask(NationalId person, MobileNumber number) {
        if (number.e164().endsWith(SILENT)) {
            return Answer.NO_ANSWER;
        }
        List<BankCustomer> owners = bank.customersByMobile(number);
        boolean theirs = !owners.isEmpty()
                && owners.stream().noneMatch(owner -> owner.nationalId().equals(person));
        return theirs ? Answer.NOT_OWNER : Answer.OWNER;
    }
}
