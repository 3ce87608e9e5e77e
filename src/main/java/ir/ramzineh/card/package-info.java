/** Cards and the state of their first and second passwords; the switchboard of each card. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "issuer", "corebank", "audit", "vault", "customer", "sms"})
package ir.ramzineh.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
