package ir.ramzineh.report;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for; everything given must hold.
 *
 * @param actor name of a member of staff or of a channel's client, whole; empty: anybody
 * @param kind of the event, whole, or its beginning up to a dot: {@code token} finds {@code token.activated}; empty: any
 * @param branch home branch of the customer, or the branch of the member of staff who acted
 * @param from not before
 * @param until before
 */
public record TrailQuery(
        String actor,
        String kind,
        @Nullable CustomerId customer,
        @Nullable CardId card,
        @Nullable BranchCode branch,
        @Nullable Instant from,
        @Nullable Instant until) {
    private static final int TEXT_LENGTH_MAX = 64;

    public TrailQuery {
        actor = actor.strip();
        kind = kind.strip();
        if (actor.length() > TEXT_LENGTH_MAX || kind.length() > TEXT_LENGTH_MAX) {
            throw new ir.ramzineh.kernel.InvalidValueException("error.audit.search");
        }
    }

    /** Everything there is. */
    public static TrailQuery all() {
        return new TrailQuery("", "", null, null, null, null, null);
    }
}
