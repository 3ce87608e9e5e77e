/** What ATMs and kiosks do about one-time codes: the bank's own menu, each wish carried out once, and its receipt. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "issuer", "corebank", "card", "token", "audit", "vault"})
package ir.ramzineh.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
