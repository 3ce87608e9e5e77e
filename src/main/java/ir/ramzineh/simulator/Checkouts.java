package ir.ramzineh.simulator;

import ir.ramzineh.kernel.Rial;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The payments a simulated payment page has open; the newest few, in memory. */
@Component
class Checkouts {
    private static final int KEPT_MAX = 500;
    private static final int ID_BYTES = 9;

    private final Map<String, Checkout> byId = new LinkedHashMap<>();
    private final SecureRandom random;
    private final Clock clock;

    Checkouts(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    synchronized Checkout open(Shop shop, Rial amount) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        Checkout checkout = new Checkout(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), shop, amount, clock.instant());
        byId.put(checkout.id(), checkout);
        if (byId.size() > KEPT_MAX) {
            byId.remove(byId.keySet().iterator().next());
        }
        return checkout;
    }

    synchronized Optional<Checkout> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
