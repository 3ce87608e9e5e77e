package ir.ramzineh.card;

import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.TransactionType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which transactions the owner lets codes approve.
 *
 * @param types those that are on
 * @param fromHour first hour of the day in Tehran, 0 to 23
 * @param untilHour the hour before which codes count, 1 to 24; at or before {@code fromHour} the time runs over midnight
 */
public record AllowedTransactions(Set<TransactionType> types, int fromHour, int untilHour) {
    private static final int HOURS_OF_A_DAY = 24;

    /** What the owner may switch: a change of passwords never takes a code (S5.3). */
    public static final Set<TransactionType> CHOOSABLE =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(TransactionType.PASSWORD_CHANGE)));

    /** Everything, all day. */
    public static final AllowedTransactions ALL =
            new AllowedTransactions(EnumSet.allOf(TransactionType.class), 0, HOURS_OF_A_DAY);

    public AllowedTransactions {
        types = Set.copyOf(types);
        boolean hours = fromHour >= 0 && fromHour < HOURS_OF_A_DAY && untilHour >= 1 && untilHour <= HOURS_OF_A_DAY;
        if (!hours || fromHour == untilHour) {
            throw new InvalidValueException("error.card.hours");
        }
    }

    /**
     * The same types in other hours.
     *
     * @throws InvalidValueException these are no hours
     */
    AllowedTransactions withHours(int from, int until) {
        return new AllowedTransactions(types, from, until);
    }

    /** Of the types that the owner may switch, those that are on. */
    public Set<TransactionType> choosable() {
        return types.stream().filter(CHOOSABLE::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is all day. */
    public boolean allDay() {
        return fromHour == 0 && untilHour == HOURS_OF_A_DAY;
    }

    /** Whether a moment is within the hours. */
    public boolean at(Instant moment) {
        int hour = moment.atZone(CardViews.TEHRAN).getHour();
        return fromHour < untilHour ? hour >= fromHour && hour < untilHour : hour >= fromHour || hour < untilHour;
    }
}
