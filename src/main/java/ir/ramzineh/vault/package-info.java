/** Keys, the encryption of fields, keyed look-up hashes, and the rotation of both. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ir.ramzineh.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
