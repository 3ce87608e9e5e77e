/** Codes the bank makes on request: derived and never stored, bound to what they were asked for, good once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "issuer", "card", "otp", "vault"})
package ir.ramzineh.issued;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
