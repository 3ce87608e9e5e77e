package ir.ramzineh.gatewaytoken;

import ir.ramzineh.staff.DeskReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a token's history.
 *
 * @param kind text key suffix: {@code gateway.event.<kind>}
 * @param actor user name of a member of staff, or {@code customer}, {@code phone}, {@code portal}
 * @param scopes names of {@link LinkScope}, comma separated, or empty
 * @param reason why a member of staff did it; {@code null} for what was done by others or asks for none
 * @param note what somebody typed as a reason before reasons were words of ours, or empty; it may name a person
 */
public record TokenEvent(
        Instant at,
        String kind,
        String actor,
        String scopes,
        @Nullable DeskReason reason,
        String note) {
    /** Without what somebody typed. */
    @Override
    public String toString() {
        return "TokenEvent[" + kind + ", " + at + "]";
    }
}
