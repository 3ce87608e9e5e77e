/** Harim: one code for one payment, asked for on a payment page and sent to the registered number (S11, S13, I7). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "issuer", "card", "corebank", "customer", "issued", "sms", "vault", "audit"})
package ir.ramzineh.harim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
