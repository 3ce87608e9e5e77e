/** The append-only trail: who did what to whom and when, written in the transaction of the deed, and sealed afterwards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
package ir.ramzineh.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
