/** The branch console: staff sign-in, its filter chain and layout, and the pages of staff, an area in each sub-package. */
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
            "card",
            "token",
            "otp",
            "verification",
            "harim",
            "fraudcase",
            "smallamount",
            "audit",
            "report",
            "sms",
            "vault",
            "staff",
            "staffchange",
            "gatewaytoken",
            "helpdesk",
            "meter",
            "approval",
            "numberchange",
            "counter",
            "webhook",
            "administration",
            "bulkimport",
            "channelapi"
        })
package ir.ramzineh.branchconsole;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
