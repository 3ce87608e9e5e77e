/** "It was not me": a card's codes stop at once and a case with merchant and terminal stands for staff. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "issuer",
            "sms",
            "customer",
            "card",
            "harim",
            "verification",
            "staff"
        })
package ir.ramzineh.fraudcase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
