/** Authenticator tokens: how a key is born, reaches the customer in parts, is proven, and dies. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "otp", "vault", "issuer", "card", "sms", "audit", "customer"})
package ir.ramzineh.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
