/** What operators look after from the branch console: channels, profiles, providers, keys, jobs and nodes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "staff", "audit", "channelapi", "issuer", "sms", "vault"})
package ir.ramzineh.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
