package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.rate.CallerRates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Holds back an address that asks too much: phones have no key by which to count them. */
@Component
class PhoneLimits {
    private static final int REQUESTS_PER_MINUTE_MAX = 60;

    private final CallerRates requests = new CallerRates(REQUESTS_PER_MINUTE_MAX, Duration.ofMinutes(1));

    /**
     * Lets the sender of a request go on.
     *
     * @throws TooManyRequestsException the address is over its limit
     */
    void admit(HttpServletRequest request) {
        Duration wait = requests.take(new ClientAddress(request.getRemoteAddr()).counted());
        if (wait.isPositive()) {
            throw new TooManyRequestsException(wait);
        }
    }
}
