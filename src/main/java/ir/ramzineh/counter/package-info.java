/** Help at the counter for codes that do not come: ending a lock, and other ways while the phone is lost. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "issuer", "sms", "customer", "card", "staff", "approval"})
package ir.ramzineh.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
