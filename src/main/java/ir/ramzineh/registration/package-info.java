/** Sign-up as a stored process of four ordered steps (S1.1 to S1.10). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "customer", "credential", "corebank", "sms", "audit", "vault"})
package ir.ramzineh.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
