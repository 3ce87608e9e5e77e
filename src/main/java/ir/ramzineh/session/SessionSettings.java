package ir.ramzineh.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ramzineh.session}.
 *
 * @param signedInIdleMax a signed-in customer who does nothing for this long is signed out; at most 5 minutes (RTS on
 *     strong authentication, article 4)
 * @param anonymousIdleMax how long the page of a visitor who is not signed in may rest, such as while a text message is
 *     awaited during sign-up
 * @param touchEvery how exact the time of last use is kept; one UPDATE per active session and period
 * @param reapEvery how often this node looks for sessions that were ended elsewhere
 * @param forgetAfter when a session has not been seen on this node for so long, its user interface is dropped here
 * @param newPerMinute how many sessions one address (a /64 of IPv6) may begin in a minute on one node; the customers of a
 *     mobile operator share addresses
 * @param alwaysSecure whether the cookie is Secure and named {@code __Host-} even where the request does not look
 *     encrypted; set it in production. Otherwise each request decides
 * @param signInPage where open tabs of an ended sign-in are sent, relative to the root of the portal
 */
@ConfigurationProperties("ramzineh.session")
record SessionSettings(
        @DefaultValue("5m") Duration signedInIdleMax,
        @DefaultValue("20m") Duration anonymousIdleMax,
        @DefaultValue("10s") Duration touchEvery,
        @DefaultValue("3s") Duration reapEvery,
        @DefaultValue("10m") Duration forgetAfter,
        @DefaultValue("600") int newPerMinute,
        @DefaultValue("false") boolean alwaysSecure,
        @DefaultValue("sign-in") String signInPage) {
    private static final Duration LAWFUL_IDLE_MAX = Duration.ofMinutes(5);

    SessionSettings {
        if (signedInIdleMax.compareTo(LAWFUL_IDLE_MAX) > 0) {
            throw new IllegalArgumentException("ramzineh.session.signed-in-idle-max must not exceed 5 minutes");
        }
        if (!touchEvery.multipliedBy(2).minus(signedInIdleMax).isNegative()) {
            throw new IllegalArgumentException("ramzineh.session.touch-every must be far below signed-in-idle-max");
        }
    }
}
