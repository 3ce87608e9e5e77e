/** The customer's portal: its filter chain, layout, navigation and views. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "ui",
            "issuer",
            "corebank",
            "customer",
            "credential",
            "session",
            "registration",
            "card",
            "token",
            "gatewaytoken",
            "verification",
            "harim",
            "fraudcase",
            "smallamount",
            "audit",
            "sms",
            "meter"
        })
package ir.ramzineh.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
