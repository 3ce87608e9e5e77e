/** The world around the portal, played: the phone with its SMS inbox, the card switch, a shop and its payment page. Never part of the production jar. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "ui", "otp", "sms", "vault", "channelapi", "trial", "staff", "corebank"})
package ir.ramzineh.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
