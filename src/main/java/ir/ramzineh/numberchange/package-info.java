/** Correcting a registered mobile number at a branch: proof, second person, the bank's system, a time without codes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "issuer",
            "corebank",
            "sms",
            "customer",
            "card",
            "fraudcase",
            "staff",
            "approval"
        })
package ir.ramzineh.numberchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
