/** Maker and checker: what one member of staff proposes, another decides, once and on record. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vault", "audit", "staff"})
package ir.ramzineh.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
