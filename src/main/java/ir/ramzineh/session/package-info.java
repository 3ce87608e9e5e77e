/** Durable sign-ins with node-local user interface state; the list of signed-in devices and its revocation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "vault", "rate"})
package ir.ramzineh.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
