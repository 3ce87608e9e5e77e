/** Webhooks: what happened, told to the bank's other systems, signed, at least once, and without holding anybody up. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vault", "audit", "staff"})
package ir.ramzineh.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
