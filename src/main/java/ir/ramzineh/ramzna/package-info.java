/** Ramzna, the authenticator in the browser: serves its files and what it must know of the banks, and nothing else. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "issuer"})
package ir.ramzineh.ramzna;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
