/** Portal users: who they are, their language, and the terms they agreed to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "corebank", "sms", "audit", "vault"})
package ir.ramzineh.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
