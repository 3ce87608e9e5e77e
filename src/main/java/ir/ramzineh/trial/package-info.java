/** The trial on one machine: embedded database, generated keys, demonstration people and cards. Never part of the production jar. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "channelapi",
            "vault",
            "corebank",
            "issuer",
            "customer",
            "credential",
            "otp",
            "staff"
        })
package ir.ramzineh.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
