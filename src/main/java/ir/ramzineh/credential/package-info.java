/** User names and passwords, their rules, growing waits, the second factor and the ways back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "corebank", "customer", "sms", "audit", "vault"})
package ir.ramzineh.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
