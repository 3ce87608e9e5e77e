package ir.ramzineh.verification;

/**
 * When an authenticator's code appeared, seen from now.
 *
 * @param source {@link CodeAge#APP} or {@link CodeAge#APP_BOUND}
 * @param ageMillis by our clock, negative before it appears
 * @param aheadMillis how far the phone's clock is thought to be ahead of ours
 */
record Moment(String source, long ageMillis, long aheadMillis, int lifeSeconds, int periodSeconds) {
    /** No number of the windows looked at is larger than an int of milliseconds. */
    CodeAge age(int digits) {
        return new CodeAge(
                source, Math.toIntExact(ageMillis), Math.toIntExact(aheadMillis), lifeSeconds, periodSeconds, digits);
    }
}
