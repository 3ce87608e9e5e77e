/**
 * The channels of the bank over HTTP: card switch, payment page, ATM, phone claim and SMS providers, each with its own key,
 * scope and documented contract.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "issuer",
            "card",
            "token",
            "gatewaytoken",
            "terminal",
            "verification",
            "harim",
            "smallamount",
            "corebank",
            "sms",
            "audit",
            "ussd",
            "vault",
            "rate"
        })
package ir.ramzineh.channelapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
