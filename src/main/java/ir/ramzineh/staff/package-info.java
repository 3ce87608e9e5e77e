/** The bank's staff: who they are, what each role may do at which branch, and how they prove themselves. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "corebank", "customer", "credential", "otp", "audit", "vault"})
package ir.ramzineh.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
