/** The bank's own system as the portal sees it: who a customer is, which cards and accounts, which registered number. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
package ir.ramzineh.corebank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
