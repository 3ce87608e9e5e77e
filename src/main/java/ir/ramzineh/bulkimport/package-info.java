/** Taking over customers, cards and serial numbers from files: looked at, approved by a second person, done in the background. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "corebank", "gatewaytoken", "staff", "approval", "vault", "audit"})
package ir.ramzineh.bulkimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
