/**
 * Account and gateway tokens (S10.2 to S10.25): serial numbers from the stock of a branch, issue, activation on one device,
 * links to sign-in and account password, and the answer whether one of their codes is good.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "otp",
            "vault",
            "issuer",
            "customer",
            "corebank",
            "credential",
            "sms",
            "audit",
            "token",
            "verification",
            "staff",
            "approval"
        })
package ir.ramzineh.gatewaytoken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
