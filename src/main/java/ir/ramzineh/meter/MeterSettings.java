package ir.ramzineh.meter;

import ir.ramzineh.kernel.BranchCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.meter.*}.
 *
 * @param betweenWaves least time between two waves of one branch
 * @param batch messages a run of the background work sends, about every five seconds
 * @param keepCards how long it is kept who was in a wave that is over; its totals stay
 * @param othersAt the branch on whose meter, lists and waves customers without a home branch are; {@code null}: on those of
 *     no branch, and only on the meter of the whole bank
 */
@ConfigurationProperties("ramzineh.meter")
record MeterSettings(
        @DefaultValue("7d") Duration betweenWaves,
        @DefaultValue("50") int batch,
        @DefaultValue("90d") Duration keepCards,
        @Nullable BranchCode othersAt) {
    /** Whether customers without a home branch belong to this one. */
    boolean isForOthers(BranchCode branch) {
        return branch.equals(othersAt);
    }
}
