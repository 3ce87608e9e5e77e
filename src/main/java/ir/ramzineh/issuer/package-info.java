/** Issuer profiles: what differs between the banks, read from one validated data file each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ir.ramzineh.issuer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
