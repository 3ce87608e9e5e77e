/** Text messages: an outbox in the transaction of the caller, sending limits, providers, delivery state. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vault", "audit"})
package ir.ramzineh.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
