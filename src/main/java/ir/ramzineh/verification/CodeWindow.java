package ir.ramzineh.verification;

import ir.ramzineh.issuer.BoundCodes;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.otp.CodeComparison;
import ir.ramzineh.token.TokenKey;
import java.time.Instant;
import java.util.List;

/**
 * Which codes count at a moment. A code appears at the start of its time step; its age is counted from there. It counts
 * from the skew before it appears until its life is over, and while the life is below 120 seconds (D4) for the skew after
 * that, yet never beyond 120 seconds. So the real window of a code with 60 seconds of life is 90 seconds: 15 before, 15
 * after.
 *
 * <p>Two clocks are asked: ours, and ours moved by what was learned of the phone's. A phone that runs ahead is thus
 * followed, and one whose clock was corrected is understood, but no code counts 120 seconds after the phone thought to
 * run ahead has shown it: the two windows together are no longer than one may be. Only a code from the future moves what
 * was learned: it cannot be anything but a fast clock, while a code from the past may simply have been typed late, and
 * following that would lengthen the life of codes.
 */
final class CodeWindow {
    private static final long LIFE_MILLIS_MAX = 120_000;

    private static final long MINUTE_MILLIS = 60_000;

    private final long skewMillis;
    private final long backMillis;
    private final long aheadMillis;

    CodeWindow(VerificationSettings settings) {
        this.skewMillis = settings.clockSkewSeconds() * 1000L;
        this.backMillis = settings.lookBackSeconds() * 1000L;
        this.aheadMillis = settings.lookAheadSeconds() * 1000L;
    }

    /**
     * Looks for a code among the keys. Every key and every step is computed and compared in constant time, found or not.
     *
     * @param code Latin digits
     * @param lifeSeconds of a code; a code never ends before the phone shows the next one
     */
    Finding find(List<TokenKey> keys, String code, Instant now, int lifeSeconds) {
        Finding found = new Finding.Nothing();
        for (TokenKey token : keys) {
            long periodMillis = token.spec().periodSeconds() * 1000L;
            long ours = now.toEpochMilli();
            long phones = ours + token.driftSteps() * periodMillis;
            long lifeMillis = Math.max(lifeSeconds * 1000L, periodMillis);
            long first = Math.max(0, (Math.min(ours, phones) - backMillis) / periodMillis);
            long last = (Math.max(ours, phones) + aheadMillis) / periodMillis;
            for (long step = first; step <= last; step++) {
                boolean equal = CodeComparison.equal(token.spec().code(token.key(), step), code);
                Finding here = classify(token, step, ours - step * periodMillis, phones - ours, lifeMillis);
                found = equal && !(found instanceof Finding.Match) ? here : found;
            }
        }
        return found;
    }

    /**
     * Looks for a code that carries the customer's own life and cap, or the payment it is for (S5.6, S5.7, RFC 6287). As
     * above, all of them are computed and compared. They count by the minute; the step of the token that such a minute
     * falls into is what gets used up, so a token approves no more with them than without.
     */
    Finding findBound(
            List<TokenKey> keys,
            BoundCodes offered,
            String code,
            Transaction transaction,
            Instant now,
            int lifeSeconds) {
        Finding found = new Finding.Nothing();
        for (TokenKey token : keys) {
            long ahead = 1000L * token.driftSteps() * token.spec().periodSeconds();
            long ours = now.toEpochMilli();
            long first = Math.max(0, (Math.min(ours, ours + ahead) - backMillis) / MINUTE_MILLIS);
            long last = (Math.max(ours, ours + ahead) + aheadMillis) / MINUTE_MILLIS;
            for (long minute = first; minute <= last; minute++) {
                long age = ours - minute * MINUTE_MILLIS;
                for (BoundCandidate candidate : BoundCandidate.of(token, offered, transaction, lifeSeconds, minute)) {
                    boolean equal = CodeComparison.equal(candidate.code(), code);
                    Finding here = bound(token, candidate, minute, age, ahead);
                    found = equal && !(found instanceof Finding.Match) ? here : found;
                }
            }
        }
        return found;
    }

    private Finding bound(TokenKey token, BoundCandidate candidate, long minute, long age, long ahead) {
        long lifeMillis = candidate.lifeSeconds() * 1000L;
        Moment moment = new Moment(CodeAge.APP_BOUND, age, ahead, candidate.lifeSeconds(), 60);
        if (counts(age, ahead, lifeMillis)) {
            long step =
                    Math.floorDiv(minute * MINUTE_MILLIS / 1000, token.spec().periodSeconds());
            return new Finding.Match(token, step, token.driftSteps(), candidate.cap(), moment);
        }
        return outside(moment, lifeMillis);
    }

    private static Finding outside(Moment moment, long lifeMillis) {
        long age = moment.ageMillis();
        return age < 0 ? new Finding.Early(-age / 1000, moment) : new Finding.Late((age - lifeMillis) / 1000, moment);
    }

    /**
     * What a right code of {@code step} would be worth.
     *
     * @param age by our clock, in milliseconds; negative before it appears
     * @param ahead how far the phone's clock is thought to be ahead of ours, in milliseconds
     */
    private Finding classify(TokenKey token, long step, long age, long ahead, long lifeMillis) {
        int period = token.spec().periodSeconds();
        Moment moment = new Moment(CodeAge.APP, age, ahead, (int) (lifeMillis / 1000), period);
        if (counts(age + ahead, lifeMillis)) {
            int more = age + ahead < 0 ? 1 : 0;
            return new Finding.Match(token, step, clamp(token.driftSteps() + more), moment);
        }
        if (counts(age, ahead, lifeMillis)) {
            return new Finding.Match(token, step, age < 0 ? 1 : 0, moment);
        }
        return outside(moment, lifeMillis);
    }

    /** Whether a code of this age would count under another life; a code on a phone never ends before the next one. */
    boolean wouldCount(CodeAge seen, int lifeSeconds) {
        Integer period = seen.periodSeconds();
        if (period == null) {
            return seen.ageMillis() < lifeSeconds * 1000L;
        }
        return counts(seen.ageMillis(), seen.aheadMillis(), 1000L * Math.max(lifeSeconds, period));
    }

    /** By either clock. */
    private boolean counts(long age, long ahead, long lifeMillis) {
        return counts(age + ahead, lifeMillis) || (counts(age, lifeMillis) && age + ahead < LIFE_MILLIS_MAX);
    }

    private boolean counts(long age, long lifeMillis) {
        long end = Math.max(lifeMillis, Math.min(lifeMillis + skewMillis, LIFE_MILLIS_MAX));
        return age >= -skewMillis && age < end;
    }

    private static int clamp(int driftSteps) {
        return Math.clamp(driftSteps, -TokenKey.DRIFT_STEPS_MAX, TokenKey.DRIFT_STEPS_MAX);
    }
}
