package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.rate.CallerRates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Holds back an address that asks too much: phones have no key by which to count them, until their token is active. */
@Component
class PhoneLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ACTIVATIONS_PER_MINUTE_MAX = 60;

    /** Many phones of one mobile network share an address; what each may do is counted by its token. */
    private static final int CALLS_PER_MINUTE_MAX = 600;

    private static final int CALLS_OF_A_TOKEN_PER_MINUTE_MAX = 30;

    private final CallerRates activations = new CallerRates(ACTIVATIONS_PER_MINUTE_MAX, MINUTE);
    private final CallerRates calls = new CallerRates(CALLS_PER_MINUTE_MAX, MINUTE);
    private final CallerRates tokens = new CallerRates(CALLS_OF_A_TOKEN_PER_MINUTE_MAX, MINUTE);

    /**
     * Lets the sender of a request about an activation go on.
     *
     * @throws TooManyRequestsException the address is over its limit
     */
    void admit(HttpServletRequest request) {
        goOn(activations.take(network(request)));
    }

    /**
     * Lets the sender of a request for an active token go on; who it is, is not known yet.
     *
     * @throws TooManyRequestsException the address is over its limit
     */
    void admitCall(HttpServletRequest request) {
        goOn(calls.take(network(request)));
    }

    /**
     * Lets a phone go on that has shown that it has the key.
     *
     * @param name of the token
     * @throws TooManyRequestsException the token is over its limit
     */
    void admitToken(String name) {
        goOn(tokens.take(name));
    }

    private static String network(HttpServletRequest request) {
        return new ClientAddress(request.getRemoteAddr()).counted();
    }

    private static void goOn(Duration wait) {
        if (wait.isPositive()) {
            throw new TooManyRequestsException(wait);
        }
    }
}
