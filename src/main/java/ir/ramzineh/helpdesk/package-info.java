/** The desk: staff find a customer and say why, see everything a caller asks on one page, and act for the customer on record. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "issuer",
            "corebank",
            "customer",
            "credential",
            "session",
            "card",
            "token",
            "verification",
            "harim",
            "fraudcase",
            "smallamount",
            "sms",
            "staff",
            "gatewaytoken",
            "approval"
        })
package ir.ramzineh.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
