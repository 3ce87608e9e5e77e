package ir.ramzineh.customer;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.CodeHold;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes to a number that is new at the bank wait, whoever makes them (decision 014). */
@Component
class NewNumberHold implements CodeHold {
    private final CustomerRows rows;
    private final Clock clock;

    NewNumberHold(CustomerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Where nobody in particular is meant, as in a sign-up, anybody who has the number counts. */
    @Override
    public boolean holds(@Nullable CustomerId customer, MobileNumber to) {
        return customer == null
                ? rows.codesWait(to, clock.instant())
                : rows.byId(customer)
                        .flatMap(found -> found.codesWait(clock.instant()))
                        .isPresent();
    }
}
