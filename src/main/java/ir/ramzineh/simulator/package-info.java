/** The world around the portal, played: the phone with its SMS inbox, the card switch, a shop and its payment page. Never part of the production jar. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "ui", "sms", "vault", "channelapi"})
package ir.ramzineh.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
