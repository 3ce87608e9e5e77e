/** The answer to "is this code good?": once, within limits, durable before it is given. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "card", "token", "issued", "issuer", "otp", "audit", "vault"})
package ir.ramzineh.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
