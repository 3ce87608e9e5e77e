/** The static-to-dynamic meter: which cards still have a static second password and why, and reminders by text message. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "issuer",
            "customer",
            "card",
            "token",
            "fraudcase",
            "smallamount",
            "sms",
            "staff",
            "approval",
            "helpdesk"
        })
package ir.ramzineh.meter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
