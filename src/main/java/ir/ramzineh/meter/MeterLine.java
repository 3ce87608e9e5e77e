package ir.ramzineh.meter;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.smallamount.Standing;
import java.util.Optional;

/**
 * One card that is still static.
 *
 * @param place where the next page begins after this line
 * @param allowance what is left of small payments, for {@link StaticReason#EXEMPT}
 * @param optedOut the owner wants no reminders
 */
public record MeterLine(
        long place,
        CardOverview card,
        CustomerId owner,
        StaticReason reason,
        Optional<Standing> allowance,
        boolean optedOut) {}
